/**
 * Tables as text that a spreadsheet opens.
 *
 * <p>A cell that a spreadsheet would take for a formula is quoted and marked as text.
 */
@NullMarked
package io.lodestone.lots.csv;

import org.jspecify.annotations.NullMarked;

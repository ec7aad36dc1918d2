/**
 * Recording assays.
 *
 * <p>Computed from the lot's version as the feed has it now.
 */
@NullMarked
package io.lodestone.lots.assay.app;

import org.jspecify.annotations.NullMarked;

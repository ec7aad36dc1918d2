/**
 * Statements that deserve a second look, and what became of it.
 *
 * <p>An alert names statements and lots; who may see which of them is decided for each viewer.
 */
@NullMarked
package io.lodestone.lots.alert;

import org.jspecify.annotations.NullMarked;

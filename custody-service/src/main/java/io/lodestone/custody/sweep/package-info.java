/**
 * What the stored log must agree in: rows with each other, entries with their chain, tree, tiles and checkpoints. Pure.
 *
 * <p>Nothing here stops at the first disagreement: whoever has to repair a database wants to know of all of them, and
 * where each one is.
 */
@NullMarked
package io.lodestone.custody.sweep;

import org.jspecify.annotations.NullMarked;

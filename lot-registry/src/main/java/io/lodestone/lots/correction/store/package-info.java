/**
 * Rows of corrections, of the lots they have touched and of superseded vectors.
 *
 * <p>They follow from the feed alone; nothing is read or written lot by lot.
 */
@NullMarked
package io.lodestone.lots.correction.store;

import org.jspecify.annotations.NullMarked;

/**
 * Applying the feed under the lock of its cursor.
 *
 * <p>A statement is applied once, in order, or not at all; a gap stops everything.
 */
@NullMarked
package io.lodestone.lots.feed.store;

import org.jspecify.annotations.NullMarked;

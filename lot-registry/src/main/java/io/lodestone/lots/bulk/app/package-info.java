/**
 * Taking a request of many items to its results.
 *
 * <p>Kept first, then sent in order, then read back from the feed, chunk by chunk.
 */
@NullMarked
package io.lodestone.lots.bulk.app;

import org.jspecify.annotations.NullMarked;

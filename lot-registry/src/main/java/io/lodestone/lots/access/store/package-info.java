/**
 * Grants and tenures as rows, written from the feed.
 *
 * <p>Periods are compared as ranges of log indices, which are in the order of log time.
 */
@NullMarked
package io.lodestone.lots.access.store;

import org.jspecify.annotations.NullMarked;

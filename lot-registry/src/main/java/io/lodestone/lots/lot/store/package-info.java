/**
 * Rows of lots: booked by the feed, drafted by the outbox.
 *
 * <p>Whether a party may see a lot is part of the query, not of its caller.
 */
@NullMarked
package io.lodestone.lots.lot.store;

import org.jspecify.annotations.NullMarked;

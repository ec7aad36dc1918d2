/**
 * Rows of parties, written by the feed alone.
 *
 * <p>Nothing here refuses a party: that is decided where it is sequenced.
 */
@NullMarked
package io.lodestone.lots.party.store;

import org.jspecify.annotations.NullMarked;

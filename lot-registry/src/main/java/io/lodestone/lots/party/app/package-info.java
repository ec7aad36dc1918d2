/**
 * Admitting and looking up parties.
 *
 * <p>Admission is a statement like any other; the row comes from the feed.
 */
@NullMarked
package io.lodestone.lots.party.app;

import org.jspecify.annotations.NullMarked;

/**
 * Raising alerts in the feed's transaction, and reading them for one viewer.
 *
 * <p>Their ids follow from what they are about, so an empty database fed again has the same ones.
 */
@NullMarked
package io.lodestone.lots.alert.store;

import org.jspecify.annotations.NullMarked;

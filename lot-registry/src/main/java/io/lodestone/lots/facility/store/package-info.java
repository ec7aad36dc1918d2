/**
 * Rows of facilities, written by the feed alone.
 *
 * <p>Read for the country that a material statement has to repeat.
 */
@NullMarked
package io.lodestone.lots.facility.store;

import org.jspecify.annotations.NullMarked;

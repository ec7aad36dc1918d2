/**
 * Stating and looking up facilities.
 *
 * <p>A statement like any other; the row comes from the feed.
 */
@NullMarked
package io.lodestone.lots.facility.app;

import org.jspecify.annotations.NullMarked;

/**
 * Reading the feed.
 *
 * <p>On demand, to a given index, and by itself once a second.
 */
@NullMarked
package io.lodestone.lots.feed.app;

import org.jspecify.annotations.NullMarked;

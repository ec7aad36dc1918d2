/**
 * Accepted statements in the order of the log, and what they change.
 *
 * <p>The one path by which data gets into this service: an empty database fed again has the same rows.
 */
@NullMarked
package io.lodestone.lots.feed;

import org.jspecify.annotations.NullMarked;

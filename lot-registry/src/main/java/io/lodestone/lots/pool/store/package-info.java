/**
 * Rows of pools, their periods and their credits.
 *
 * <p>Written by the feed alone, so that an empty database fed again has the same rows.
 */
@NullMarked
package io.lodestone.lots.pool.store;

import org.jspecify.annotations.NullMarked;

/**
 * Pools over HTTP.
 *
 * <p>A pool and its sheets are for who holds it; credits are for whoever may see the lot.
 */
@NullMarked
package io.lodestone.lots.pool.api;

import org.jspecify.annotations.NullMarked;

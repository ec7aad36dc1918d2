/**
 * What a party does with its pools.
 *
 * <p>Each request becomes one statement, computed from what is booked.
 */
@NullMarked
package io.lodestone.lots.pool.app;

import org.jspecify.annotations.NullMarked;

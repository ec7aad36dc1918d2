/**
 * The service that knows what a lot is: its parties, facilities, material, assays and descent.
 *
 * <p>Each feature is a package of its own below this one; its rims are {@code api}, {@code app} and {@code store}.
 */
@NullMarked
package io.lodestone.lots;

import org.jspecify.annotations.NullMarked;

/**
 * The service that decides who holds what, in which order, and keeps the public log of it.
 *
 * <p>Each feature is a package of its own below this one; its rims are {@code api}, {@code app} and {@code store}.
 */
@NullMarked
package io.lodestone.custody;

import org.jspecify.annotations.NullMarked;

/**
 * Which lots a lot was made of, which it went into, and where those stand.
 *
 * <p>Lists of any length, breadth first, each lot once; how far a party sees is decided by {@link Sight} alone.
 */
@NullMarked
package io.lodestone.lots.trace;

import org.jspecify.annotations.NullMarked;

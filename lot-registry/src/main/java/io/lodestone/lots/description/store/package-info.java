/**
 * Rows that lots are searched by and described with.
 *
 * <p>Filled by the feed alone, from the statement that makes a lot and from its annexes.
 */
@NullMarked
package io.lodestone.lots.description.store;

import org.jspecify.annotations.NullMarked;

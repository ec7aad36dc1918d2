/**
 * The places where a party works, each with its country.
 *
 * <p>The country in a material statement is that of its facility.
 */
@NullMarked
package io.lodestone.lots.facility;

import org.jspecify.annotations.NullMarked;

/**
 * Exact quantities: integers of micrograms, exact rationals, decimals with one spelling. No floating point.
 *
 * <p>Oxide factors come from the atomic masses and the formula of a compound, never from a rounded table.
 */
@NullMarked
package io.lodestone.evidence.quantity;

import org.jspecify.annotations.NullMarked;

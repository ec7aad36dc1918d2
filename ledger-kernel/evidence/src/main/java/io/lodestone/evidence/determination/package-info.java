/**
 * What a ruleset says of one consignment: from a lot's origin vector and the shipment's facts to outcomes with their
 * derivation.
 *
 * <p>The result is canonical JSON made of the inputs alone, so whoever has them computes the same bytes. Origin and
 * valuation policies are inputs and stand in the result; what is unknown gives bounds, never a guess.
 */
@NullMarked
package io.lodestone.evidence.determination;

import org.jspecify.annotations.NullMarked;

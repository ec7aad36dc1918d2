/**
 * Where the mass of each element comes from, and how that is carried through draws to the microgram.
 *
 * <p>A lot's vector is rows of (element, origin profile, micrograms) plus its open mass. Vectors are only ever added,
 * drawn from by largest remainder, or relabelled: with a further step, or because an element has
 * too many profiles and the smallest become one that may be any of them. Nothing is rounded away.
 */
@NullMarked
package io.lodestone.evidence.provenance;

import org.jspecify.annotations.NullMarked;

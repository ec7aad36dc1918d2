/**
 * Whether mass was conserved, asked of finished vectors and of nothing else.
 *
 * <p>It shares no arithmetic with the draw that made them, so an acceptance or an audit that asks both has two
 * answers. Sums are taken in integers of any size: nothing can wrap around and look balanced.
 */
@NullMarked
package io.lodestone.evidence.massbalance;

import org.jspecify.annotations.NullMarked;

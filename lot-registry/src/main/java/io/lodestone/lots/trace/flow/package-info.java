/**
 * The mass flow through a lot's lineage as a picture, in integers from the masses to the coordinates.
 *
 * <p>What flows into a lot flows out of it, is lost, or stays: the picture is exact to a hundredth of a pixel.
 */
@NullMarked
package io.lodestone.lots.trace.flow;

import org.jspecify.annotations.NullMarked;

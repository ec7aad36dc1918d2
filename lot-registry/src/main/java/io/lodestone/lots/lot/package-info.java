/**
 * What a lot is, and what it takes to register one.
 *
 * <p>A booked lot is what the log made of it; a lot that is only asked for is a draft and no input.
 */
@NullMarked
package io.lodestone.lots.lot;

import org.jspecify.annotations.NullMarked;

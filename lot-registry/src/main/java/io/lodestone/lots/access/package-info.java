/**
 * Whose view an actor may take: its own, or that of a party that granted it, for a period and some lots.
 *
 * <p>{@code app.Sight} is the one place that answers this; whatever shows a lot asks there, and shows no more than the
 * {@link io.lodestone.lots.access.Viewpoint} it gets.
 */
@NullMarked
package io.lodestone.lots.access;

import org.jspecify.annotations.NullMarked;

/**
 * Recording transformations.
 *
 * <p>Inputs are read after the feed was caught up, so that their versions are current.
 */
@NullMarked
package io.lodestone.lots.transformation.app;

import org.jspecify.annotations.NullMarked;

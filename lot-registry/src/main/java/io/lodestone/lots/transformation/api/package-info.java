/**
 * Transformations over HTTP.
 *
 * <p>Shown to the party that made them.
 */
@NullMarked
package io.lodestone.lots.transformation.api;

import org.jspecify.annotations.NullMarked;

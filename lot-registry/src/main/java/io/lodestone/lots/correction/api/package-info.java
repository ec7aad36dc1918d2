/**
 * Corrections over HTTP.
 *
 * <p>A correction is shown to who made it and to whoever has a lot that it touched; each sees its own lots.
 */
@NullMarked
package io.lodestone.lots.correction.api;

import org.jspecify.annotations.NullMarked;

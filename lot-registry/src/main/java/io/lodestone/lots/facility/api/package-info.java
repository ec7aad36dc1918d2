/**
 * Facilities over HTTP.
 *
 * <p>A facility is shown to the party that operates it.
 */
@NullMarked
package io.lodestone.lots.facility.api;

import org.jspecify.annotations.NullMarked;

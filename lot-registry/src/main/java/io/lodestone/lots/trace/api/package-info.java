/**
 * Trace lists, their CSV, and the mass-flow picture over HTTP.
 *
 * <p>A lot that the caller may not see, and a cursor that is not the caller's, are not there.
 */
@NullMarked
package io.lodestone.lots.trace.api;

import org.jspecify.annotations.NullMarked;

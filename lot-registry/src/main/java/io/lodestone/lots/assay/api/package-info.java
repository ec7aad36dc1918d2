/**
 * Assays over HTTP.
 *
 * <p>For the lot's holder.
 */
@NullMarked
package io.lodestone.lots.assay.api;

import org.jspecify.annotations.NullMarked;

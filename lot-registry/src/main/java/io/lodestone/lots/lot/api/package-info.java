/**
 * Lots over HTTP.
 *
 * <p>A party sees the lots it made, holds, owns or held; any other id is not there.
 */
@NullMarked
package io.lodestone.lots.lot.api;

import org.jspecify.annotations.NullMarked;

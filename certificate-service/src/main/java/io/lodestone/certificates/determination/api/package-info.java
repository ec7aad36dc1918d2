/**
 * Determinations over HTTP.
 */
@NullMarked
package io.lodestone.certificates.determination.api;

import org.jspecify.annotations.NullMarked;

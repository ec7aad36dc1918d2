/**
 * What anyone needs to know to verify offline.
 */
@NullMarked
package io.lodestone.certificates.trust.api;

import org.jspecify.annotations.NullMarked;

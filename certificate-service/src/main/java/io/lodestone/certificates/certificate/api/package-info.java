/**
 * Certificates over HTTP, for their issuer only.
 */
@NullMarked
package io.lodestone.certificates.certificate.api;

import org.jspecify.annotations.NullMarked;

/**
 * Signatures: Ed25519 (RFC 8032), compact JWS (RFC 7515) under an X.509 chain (RFC 5280), key thumbprints (RFC 7638)
 * and sealed key files.
 *
 * <p>The only package of the kernel that knows Bouncy Castle, and only its lightweight classes, so no provider is
 * registered. Checks return a {@link io.lodestone.evidence.signature.SignatureVerification} with one reason; none
 * throws for what somebody else wrote. No key is generated and no clock is read here.
 */
@NullMarked
package io.lodestone.evidence.signature;

import org.jspecify.annotations.NullMarked;

/**
 * SHA-256 digests and the base64 text they are written in.
 *
 * <p>The only package that may hash. What is hashed is always one complete canonical document or the RFC 6962 node
 * encoding, never fields one after another, so that no two meanings share an input.
 */
@NullMarked
package io.lodestone.evidence.digest;

import org.jspecify.annotations.NullMarked;

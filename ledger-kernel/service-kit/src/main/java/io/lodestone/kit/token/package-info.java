/**
 * Verification of bearer tokens (RFC 7519) beyond what the JWT library does: the algorithm is one of RSA's, each cause
 * of refusal has its own name, and a token that was verified is remembered for a short while.
 */
@NullMarked
package io.lodestone.kit.token;

import org.jspecify.annotations.NullMarked;

/**
 * The origin certificate as one file: its claims, the bundle that carries everything needed to check it, the trust
 * file of the one who checks, and the verification, step by step as {@code SPEC.md} numbers it.
 *
 * <p>Nothing in a bundle lies outside format, signature or digest: change one bit of it and it is rejected.
 */
@NullMarked
package io.lodestone.evidence.certificate;

import org.jspecify.annotations.NullMarked;

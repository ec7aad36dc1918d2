/**
 * Signing a ruleset and publishing it, resumable at every point.
 */
@NullMarked
package io.lodestone.certificates.ruleset.app;

import org.jspecify.annotations.NullMarked;

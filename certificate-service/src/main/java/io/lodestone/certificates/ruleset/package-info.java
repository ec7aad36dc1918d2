/**
 * Rulesets: what this service can apply, and which of it was signed and published in the log.
 */
@NullMarked
package io.lodestone.certificates.ruleset;

import org.jspecify.annotations.NullMarked;

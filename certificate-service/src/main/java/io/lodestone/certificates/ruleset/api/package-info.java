/**
 * Rulesets over HTTP: listed for every role, published by the registrar.
 */
@NullMarked
package io.lodestone.certificates.ruleset.api;

import org.jspecify.annotations.NullMarked;

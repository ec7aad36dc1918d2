/**
 * The service that applies rulesets to lots and signs what they say: determinations, certificates, trust material.
 *
 * <p>Each feature is a package of its own below this one; its rims are {@code api}, {@code app} and {@code store}.
 */
@NullMarked
package io.lodestone.certificates;

import org.jspecify.annotations.NullMarked;

/**
 * What the tests of every service stand on: one real PostgreSQL and one token issuer a module, found by every
 * {@code @QuarkusTest} without being asked for.
 */
@NullMarked
package io.lodestone.kit.testing;

import org.jspecify.annotations.NullMarked;

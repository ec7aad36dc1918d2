/**
 * Benchmarks over running services: they load real genealogies through the public APIs, then measure.
 *
 * <p>Each prints its progress, and as its last line {@code name=value} pairs with ratios to a baseline of the same run.
 */
@NullMarked
package io.lodestone.local.bench;

import org.jspecify.annotations.NullMarked;

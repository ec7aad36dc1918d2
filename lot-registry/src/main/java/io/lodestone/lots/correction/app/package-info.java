/**
 * Stating corrections, and working them off.
 *
 * <p>One instance at a time computes; what it states is the same however often it has to begin again.
 */
@NullMarked
package io.lodestone.lots.correction.app;

import org.jspecify.annotations.NullMarked;

/**
 * The question whose view an actor may take.
 *
 * <p>Asked before every read of a lot that an auditor may make.
 */
@NullMarked
package io.lodestone.lots.access.app;

import org.jspecify.annotations.NullMarked;

/**
 * Registering lots, and showing them to those who may see them.
 *
 * <p>The composition becomes a vector by the kernel's arithmetic, before anything is sent.
 */
@NullMarked
package io.lodestone.lots.lot.app;

import org.jspecify.annotations.NullMarked;

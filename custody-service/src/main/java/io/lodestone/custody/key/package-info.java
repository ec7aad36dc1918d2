/**
 * By which keys parties sign their statements, to be read.
 *
 * <p>Keys come, end and are required by statements; what decides about them stands in the kernel.
 */
@NullMarked
package io.lodestone.custody.key;

import org.jspecify.annotations.NullMarked;

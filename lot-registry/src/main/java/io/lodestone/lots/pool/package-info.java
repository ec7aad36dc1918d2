/**
 * Pools: material that flows through a plant and cannot be told apart there.
 *
 * <p>Requests become statements with the kernel's arithmetic; a period's balance sheet is what accepted statements made
 * of it, and credits stand beside the physical vectors without touching them.
 */
@NullMarked
package io.lodestone.lots.pool;

import org.jspecify.annotations.NullMarked;

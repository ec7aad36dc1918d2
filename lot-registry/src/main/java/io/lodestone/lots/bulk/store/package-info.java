/**
 * Loads what the items of a chunk look at.
 *
 * <p>One query a table.
 */
@NullMarked
package io.lodestone.lots.bulk.store;

import org.jspecify.annotations.NullMarked;

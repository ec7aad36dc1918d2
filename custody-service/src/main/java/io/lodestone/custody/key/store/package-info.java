/**
 * Keys in PostgreSQL.
 *
 * <p>Reading alone: they are written with the statements they came by.
 */
@NullMarked
package io.lodestone.custody.key.store;

import org.jspecify.annotations.NullMarked;

/**
 * Tiles, entries and the publication in PostgreSQL.
 */
@NullMarked
package io.lodestone.custody.log.store;

import org.jspecify.annotations.NullMarked;

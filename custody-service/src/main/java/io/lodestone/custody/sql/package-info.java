/** Columns and rows: arrays for {@code unnest}, and the ledger's types out of PostgreSQL's. */
@NullMarked
package io.lodestone.custody.sql;

import org.jspecify.annotations.NullMarked;

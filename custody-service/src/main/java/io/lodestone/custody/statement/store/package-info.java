/**
 * Statements, records, entries and decisions in PostgreSQL, written many rows at a time.
 */
@NullMarked
package io.lodestone.custody.statement.store;

import org.jspecify.annotations.NullMarked;

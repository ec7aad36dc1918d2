/**
 * Sweeps, their findings and the rows they read, in PostgreSQL.
 *
 * <p>Reads rows as bytes and takes nothing for granted of them, for they are what is in question.
 */
@NullMarked
package io.lodestone.custody.sweep.store;

import org.jspecify.annotations.NullMarked;

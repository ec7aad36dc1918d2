/**
 * Prepared statements and transfers in PostgreSQL.
 */
@NullMarked
package io.lodestone.custody.transfer.store;

import org.jspecify.annotations.NullMarked;

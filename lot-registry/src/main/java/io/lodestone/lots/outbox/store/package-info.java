/**
 * Rows of the outbox, and the part of the ledger a decision looks at.
 *
 * <p>Rows that are due are leased under SKIP LOCKED, so several instances share the work.
 */
@NullMarked
package io.lodestone.lots.outbox.store;

import org.jspecify.annotations.NullMarked;

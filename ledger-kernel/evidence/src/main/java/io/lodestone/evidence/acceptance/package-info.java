/**
 * Whether the ledger takes a statement: who holds what, how much is left, and what each kind of statement does to it.
 *
 * <p>Pure: the sequencer calls it inside the transaction that sequences, and an auditor who replays the log calls it
 * again. A refusal is a result with a stable code, never an exception.
 */
@NullMarked
package io.lodestone.evidence.acceptance;

import org.jspecify.annotations.NullMarked;

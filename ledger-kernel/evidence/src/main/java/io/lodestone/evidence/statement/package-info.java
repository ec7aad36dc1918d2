/**
 * Statements, acceptance records and entries: what a party claims, what the ledger accepted, and what the public log
 * holds. {@code SPEC.md} gives the exact bytes.
 */
@NullMarked
package io.lodestone.evidence.statement;

import org.jspecify.annotations.NullMarked;

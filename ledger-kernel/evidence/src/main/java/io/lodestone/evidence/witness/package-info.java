/**
 * Witnesses: what one decides of a checkpoint it is shown, and which of them a verifier wants (C2SP tlog-witness,
 * tlog-policy).
 *
 * <p>A witness that remembers the last checkpoint it cosigned makes it impossible to show two histories to those who
 * want its cosignature. Nothing here stores, waits or reads a clock: whoever runs a witness keeps what
 * {@link io.lodestone.evidence.witness.Seen} says before it answers.
 */
@NullMarked
package io.lodestone.evidence.witness;

import org.jspecify.annotations.NullMarked;

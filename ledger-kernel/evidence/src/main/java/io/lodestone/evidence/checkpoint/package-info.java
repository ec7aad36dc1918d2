/**
 * What a log signs and hands out: C2SP signed notes, verifier keys, checkpoints,
 * witnesses' cosignatures and tlog-proof files.
 *
 * <p>Reading is strict and gives back the same bytes when written. Documents that are not what their format says throw
 * {@link io.lodestone.evidence.canonical.FormatException} when parsed; {@code open} and {@code verify} take what anyone
 * wrote and return a {@link io.lodestone.evidence.checkpoint.NoteVerification}.
 */
@NullMarked
package io.lodestone.evidence.checkpoint;

import org.jspecify.annotations.NullMarked;

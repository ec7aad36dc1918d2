package io.lodestone.lots.correction;

import io.lodestone.evidence.digest.Digest;
import java.time.Instant;

/**
 * The oldest correction that is not worked off.
 *
 * @param corrected where the corrected statement stands
 * @param time of its entry; what is stated about it bears the same
 * @param reached the last transformation that was drawn again
 * @param done how many of its lots are final; with {@code reached} it tells how far it has come
 */
public record PendingCorrection(long index, Digest digest, long corrected, Instant time, long reached, long done) {}

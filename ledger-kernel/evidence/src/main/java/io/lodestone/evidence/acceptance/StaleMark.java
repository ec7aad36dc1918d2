package io.lodestone.evidence.acceptance;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.LotId;
import java.util.Optional;

/**
 * A lot that a correction has touched, as far as it has been computed again.
 *
 * @param correction where in the log that stands
 * @param settled what the lot holds after the draws that were made again; empty where none was yet
 * @param next the transformation that draws from it next; empty where its maker has not been computed again yet, or
 *     where none does
 */
public record StaleMark(long correction, LotId lot, Optional<Settled> settled, Optional<Long> next) {

    /** What a lot holds, and its deficit so far. */
    public record Settled(Digest vector, Mass mass, Mass owed) {}

    StaleMark settled(Settled now, Optional<Long> then) {
        return new StaleMark(correction, lot, Optional.of(now), then);
    }

    /** Whether nothing is left to be computed again. */
    boolean isFinal() {
        return settled.isPresent() && next.isEmpty();
    }
}

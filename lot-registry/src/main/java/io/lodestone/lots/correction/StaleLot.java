package io.lodestone.lots.correction;

import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.LotId;
import java.util.Optional;

/**
 * A lot that a correction has touched, as far as it is computed again.
 *
 * @param lastDraw the last transformation that drew from it; 0 where none did
 * @param original what it was made with; empty where its maker was not computed again, or need not be
 * @param remaining what is left after the draws that were made again; empty before the first of them, or its maker
 * @param owed how much more was drawn so far than there was
 */
public record StaleLot(
        LotId lot, long lastDraw, Optional<OriginVector> original, Optional<OriginVector> remaining, Mass owed) {

    public StaleLot made(OriginVector vector) {
        return new StaleLot(lot, lastDraw, Optional.of(vector), Optional.of(vector), Mass.ZERO);
    }

    public StaleLot drawn(OriginVector left, Mass deficit) {
        return new StaleLot(lot, lastDraw, original, Optional.of(left), owed.plus(deficit));
    }

    /** Whether nothing is left to be computed once the transformations up to that index are. */
    public boolean isFinal(long reached) {
        return remaining.isPresent() && lastDraw <= reached;
    }
}

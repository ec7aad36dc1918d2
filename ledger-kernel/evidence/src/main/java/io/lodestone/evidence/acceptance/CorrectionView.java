package io.lodestone.evidence.acceptance;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.Correction;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.Statement;
import java.util.Optional;

/** The history that a correction, or what follows from it, is judged by. Everything in it comes from the statements. */
public interface CorrectionView {

    /** A ledger in which nothing can be corrected. */
    CorrectionView NOTHING = new CorrectionView() {};

    /**
     * A LotRegistered or LotsTransformed as it was accepted.
     *
     * @param index where in the log it stands
     */
    record Recorded(long index, Statement statement, boolean isVoid) {}

    /** A correction whose consequences are not all worked off. */
    record Pending(long index, Digest digest, Correction body) {}

    default Optional<Recorded> recorded(Digest statement) {
        return Optional.empty();
    }

    /** The last correction of a statement that stands in the log at or before {@code upTo}. */
    default Optional<Correction> lastCorrection(Digest statement, long upTo) {
        return Optional.empty();
    }

    /** The first correction in log order of which a mark is left. */
    default Optional<Pending> oldestPending() {
        return Optional.empty();
    }

    /** The lot's mark under the oldest pending correction. */
    default Optional<StaleMark> mark(LotId lot) {
        return Optional.empty();
    }

    /** The draw of the transformation at that index from the lot. */
    default Optional<RecordedDraw> draw(LotId lot, long index) {
        return Optional.empty();
    }

    /** Index of the first transformation after that index that drew from the lot. */
    default Optional<Long> nextDraw(LotId lot, long after) {
        return Optional.empty();
    }

    /** How many lots a replacement of the statement touches. */
    default long reach(Digest statement) {
        return 0;
    }
}

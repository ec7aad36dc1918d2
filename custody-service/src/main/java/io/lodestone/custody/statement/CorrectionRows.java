package io.lodestone.custody.statement;

import io.lodestone.evidence.acceptance.CorrectionView;
import io.lodestone.evidence.acceptance.RecordedDraw;
import io.lodestone.evidence.acceptance.StaleMark;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.Correction;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the ledger holds for the one correction, or part of one, that a batch decides. Statements are read where they
 * are asked for, which is where the batch is decided and not where its rows arrive.
 *
 * @param recorded the statements that are named, by digest
 * @param marks of the lots that are named, under the oldest pending correction
 * @param draws by lot and transformation
 * @param next the transformation after that one that drew from the lot
 * @param reach how many lots the correction touches, once that was counted
 */
public record CorrectionRows(
        Map<Digest, Stored> recorded,
        Optional<Pending> oldestPending,
        Map<LotId, StaleMark> marks,
        Map<Place, RecordedDraw> draws,
        Map<Place, Long> next,
        long reach)
        implements CorrectionView {

    /**
     * A statement with the last correction of it that counts, each read when it is asked for.
     *
     * @param correction empty where there is none
     */
    public record Stored(
            long index, boolean isVoid, Supplier<Statement> statement, Optional<Supplier<Statement>> correction) {}

    /** A lot, and a transformation by its index. */
    public record Place(LotId lot, long index) {}

    public CorrectionRows {
        recorded = Map.copyOf(recorded);
        marks = Map.copyOf(marks);
        draws = Map.copyOf(draws);
        next = Map.copyOf(next);
    }

    /** The same, after it was counted how many lots are touched. */
    public CorrectionRows reaching(long lots) {
        return new CorrectionRows(recorded, oldestPending, marks, draws, next, lots);
    }

    @Override
    public Optional<Recorded> recorded(Digest statement) {
        return Optional.ofNullable(recorded.get(statement))
                .map(stored -> new Recorded(stored.index(), stored.statement().get(), stored.isVoid()));
    }

    /** Loaded for the correction that is worked off; {@code upTo} is that one. */
    @Override
    public Optional<Correction> lastCorrection(Digest statement, long upTo) {
        return Optional.ofNullable(recorded.get(statement))
                .flatMap(Stored::correction)
                .map(last -> (Correction) last.get().body());
    }

    @Override
    public Optional<StaleMark> mark(LotId lot) {
        return Optional.ofNullable(marks.get(lot));
    }

    @Override
    public Optional<RecordedDraw> draw(LotId lot, long index) {
        return Optional.ofNullable(draws.get(new Place(lot, index)));
    }

    @Override
    public Optional<Long> nextDraw(LotId lot, long after) {
        return Optional.ofNullable(next.get(new Place(lot, after)));
    }

    @Override
    public long reach(Digest statement) {
        return reach;
    }
}

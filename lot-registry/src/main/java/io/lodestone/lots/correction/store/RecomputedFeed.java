package io.lodestone.lots.correction.store;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotsRecomputed;
import io.lodestone.evidence.statement.LotsRecomputed.Step;
import io.lodestone.lots.correction.Recomputed;
import io.lodestone.lots.correction.RecordedStep;
import io.lodestone.lots.correction.StaleLot;
import io.lodestone.lots.feed.FeedItem;
import io.lodestone.lots.sql.Sql;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Applies what follows from a correction: draws the steps again, and books what is final. */
public final class RecomputedFeed {

    static final String PROFILES = "INSERT INTO profile (digest, bytes) SELECT * FROM unnest($1::bytea[], $2::bytea[])"
            + " ON CONFLICT (digest) DO NOTHING";
    private static final String CORRECTION = "SELECT log_index, reached FROM correction WHERE digest = $1";

    private RecomputedFeed() {}

    /** @param known what was computed for this very statement, if it was here and just now */
    public static Uni<Void> apply(SqlConnection db, FeedItem item, LotsRecomputed body, Optional<Recomputed> known) {
        return Sql.query(db, CORRECTION, body.correction()).chain(rows -> {
            var row = rows.iterator().next();
            long correction = row.getLong("log_index");
            long reached = row.getLong("reached");
            if (known.isPresent()) {
                return RecomputedWrites.run(db, item.index(), correction, body, known.get());
            }
            List<Digest> digests =
                    body.steps().stream().map(Step::transformation).toList();
            return StepRows.named(db, digests, correction)
                    .chain(steps -> StepRows.stale(db, correction, lots(body))
                            .emitOn(Infrastructure.getDefaultWorkerPool())
                            .map(stale -> recomputed(body, steps, stale, reached)))
                    .chain(done -> RecomputedWrites.run(db, item.index(), correction, body, done));
        });
    }

    private static Set<LotId> lots(LotsRecomputed body) {
        Set<LotId> lots = new TreeSet<>();
        body.lots().forEach(lot -> lots.add(lot.lot()));
        for (Step step : body.steps()) {
            step.inputs().forEach(input -> lots.add(input.lot()));
            step.outputs().forEach(output -> output.lot().ifPresent(lots::add));
        }
        return lots;
    }

    private static Recomputed recomputed(
            LotsRecomputed body, List<RecordedStep> recorded, Map<LotId, StaleLot> stale, long reached) {
        Map<Digest, RecordedStep> byDigest = new HashMap<>();
        recorded.forEach(step -> byDigest.put(step.digest(), step));
        Recomputed recomputed = new Recomputed(stale, reached);
        recomputed.know(body.profiles());
        for (Step step : body.steps()) {
            RecordedStep made = byDigest.get(step.transformation());
            if (made == null) {
                throw new IllegalStateException("a transformation that was drawn again is not booked");
            }
            List<OriginVector> held =
                    step.inputs().stream().map(input -> input.vector()).toList();
            recomputed.step(made, held);
        }
        return recomputed;
    }
}

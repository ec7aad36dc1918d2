package io.lodestone.lots.correction.store;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.LotsRecomputed;
import io.lodestone.evidence.statement.LotsRecomputed.Step;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.lots.correction.Part;
import io.lodestone.lots.correction.PendingCorrection;
import io.lodestone.lots.correction.RecordedStep;
import io.lodestone.lots.correction.StaleLot;
import io.lodestone.lots.provenance.store.ProfileRows;
import io.lodestone.lots.sql.Sql;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the next part of a correction is computed from. Read in bulk; a part of 1,000 lots takes six queries. */
@Singleton
public class PartRows {

    private static final String SEED = "INSERT INTO recompute_run (seed) VALUES ($1) ON CONFLICT DO NOTHING";
    private static final String LOCK = "SELECT seed FROM recompute_run FOR UPDATE SKIP LOCKED";
    private static final String OLDEST = "SELECT c.log_index, c.digest, c.corrected, s.entry_time, c.reached, c.done"
            + " FROM correction c JOIN statement s ON s.log_index = c.log_index"
            + " WHERE c.done < c.marked ORDER BY c.log_index LIMIT 1";
    private static final String LEFT_OVER = "SELECT lot FROM stale_lot WHERE correction = $1"
            + " AND remaining IS NOT NULL AND done_index IS NULL AND last_draw <= $2 ORDER BY lot LIMIT "
            + Part.MAX_LOTS;
    private static final String VERSIONS = "SELECT id, version FROM lot WHERE id = ANY($1) ORDER BY id";
    private static final String REDRAWN = "SELECT log_index, recomputed FROM redrawn WHERE log_index = ANY($1)";
    private static final String RECOMPUTED = "SELECT log_index, bytes FROM statement WHERE log_index = ANY($1)";
    private static final String REGISTRAR = "SELECT id FROM party ORDER BY log_index LIMIT 1";

    private final Pool pool;
    private final ProfileRows profiles;

    @Inject
    PartRows(Pool pool, ProfileRows profiles) {
        this.pool = pool;
        this.profiles = profiles;
    }

    /** Runs {@code work} while no other instance does; false where one does already. */
    public Uni<Boolean> alone(byte[] freshSeed, Function<byte[], Uni<Boolean>> work) {
        return Sql.query(pool, SEED, (Object) freshSeed)
                .chain(() -> pool.withTransaction(db -> locked(db)
                        .chain(seed ->
                                seed.map(work).orElseGet(() -> Uni.createFrom().item(false)))));
    }

    private static Uni<Optional<byte[]>> locked(SqlConnection db) {
        return Sql.first(Sql.query(db, LOCK), row -> Sql.bytes(row, "seed"));
    }

    public Uni<Optional<PendingCorrection>> oldest() {
        return Sql.first(
                Sql.query(pool, OLDEST),
                row -> new PendingCorrection(
                        row.getLong("log_index"),
                        Sql.digest(row, "digest"),
                        row.getLong("corrected"),
                        Sql.instant(row, "entry_time"),
                        row.getLong("reached"),
                        row.getLong("done")));
    }

    public Uni<PartyId> registrar() {
        return Sql.query(pool, REGISTRAR).map(rows -> Sql.party(rows.iterator().next(), "id"));
    }

    /** Lots that are computed and that no statement has named yet. */
    public Uni<List<LotId>> leftOver(PendingCorrection correction) {
        return Sql.list(
                Sql.query(pool, LEFT_OVER, correction.index(), correction.reached()), row -> Sql.lot(row, "lot"));
    }

    public Uni<List<LotVersion>> versions(Collection<LotId> lots) {
        return Sql.list(
                Sql.query(pool, VERSIONS, (Object) Sql.ids(lots)),
                row -> new LotVersion(Sql.lot(row, "id"), row.getLong("version")));
    }

    public Uni<Part> part(PendingCorrection correction) {
        return StepRows.after(pool, correction.index(), correction.reached(), LotsRecomputed.MAX_STEPS)
                .chain(steps -> StepRows.stale(pool, correction.index(), lots(steps))
                        .chain(stale -> redrawn(correction, steps, stale)
                                .chain(earlier -> part(correction, steps, stale, earlier))));
    }

    private Uni<Part> part(
            PendingCorrection correction,
            List<RecordedStep> steps,
            Map<LotId, StaleLot> stale,
            Map<Long, Map<LotId, OriginVector>> redrawn) {
        return profiles.find(Part.named(steps, stale, redrawn))
                .map(named -> new Part(correction, steps, stale, redrawn, named));
    }

    private static Set<LotId> lots(List<RecordedStep> steps) {
        Set<LotId> lots = new TreeSet<>();
        for (RecordedStep step : steps) {
            step.body().inputs().forEach(input -> lots.add(input.lot()));
            lots.addAll(step.creates());
        }
        return lots;
    }

    /**
     * Transformations that were drawn again for an earlier correction state there what their inputs held. That is asked
     * for only where an input does not start from what this correction has settled.
     */
    private Uni<Map<Long, Map<LotId, OriginVector>>> redrawn(
            PendingCorrection correction, List<RecordedStep> steps, Map<LotId, StaleLot> stale) {
        Map<Long, RecordedStep> asked = new HashMap<>();
        steps.stream()
                .filter(step -> step.index() == correction.corrected()
                        || step.body().inputs().stream().anyMatch(input -> !stale.containsKey(input.lot())))
                .forEach(step -> asked.put(step.index(), step));
        if (asked.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Sql.query(pool, REDRAWN, (Object) asked.keySet().toArray(Long[]::new))
                .chain(rows -> {
                    Map<Long, List<RecordedStep>> byStatement = new HashMap<>();
                    rows.forEach(row -> byStatement
                            .computeIfAbsent(row.getLong("recomputed"), index -> new ArrayList<>())
                            .add(Objects.requireNonNull(asked.get(row.getLong("log_index")))));
                    return byStatement.isEmpty() ? Uni.createFrom().item(Map.of()) : held(byStatement);
                });
    }

    private Uni<Map<Long, Map<LotId, OriginVector>>> held(Map<Long, List<RecordedStep>> byStatement) {
        return Sql.query(pool, RECOMPUTED, (Object) byStatement.keySet().toArray(Long[]::new))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(rows -> {
                    Map<Long, Map<LotId, OriginVector>> found = new HashMap<>();
                    rows.forEach(row -> {
                        Map<Digest, Step> made = steps(Sql.bytes(row, "bytes"));
                        byStatement
                                .getOrDefault(row.getLong("log_index"), List.of())
                                .forEach(step -> found.put(step.index(), inputs(made.get(step.digest()))));
                    });
                    return found;
                });
    }

    private static Map<LotId, OriginVector> inputs(@Nullable Step step) {
        Map<LotId, OriginVector> held = new HashMap<>();
        if (step != null) {
            step.inputs().forEach(input -> held.put(input.lot(), input.vector()));
        }
        return held;
    }

    private static Map<Digest, Step> steps(byte[] statement) {
        Map<Digest, Step> steps = new HashMap<>();
        ((LotsRecomputed) Statement.ofKept(statement).body())
                .steps()
                .forEach(step -> steps.put(step.transformation(), step));
        return steps;
    }
}

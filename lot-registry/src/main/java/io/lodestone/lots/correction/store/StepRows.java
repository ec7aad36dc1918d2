package io.lodestone.lots.correction.store;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.Correction;
import io.lodestone.evidence.statement.Drawing;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.Replacement.OfTransformation;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.lots.correction.RecordedStep;
import io.lodestone.lots.correction.StaleLot;
import io.lodestone.lots.sql.Sql;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a step is computed from: recorded transformations, and touched lots, many at a time. */
final class StepRows {

    private static final String STEPS = "SELECT s.log_index, s.digest, s.bytes, last.bytes AS correction"
            + " FROM statement s LEFT JOIN LATERAL (SELECT cs.bytes FROM correction c"
            + " JOIN statement cs ON cs.log_index = c.log_index WHERE c.corrects = s.digest AND c.log_index <= $2"
            + " ORDER BY c.log_index DESC LIMIT 1) last ON true";
    private static final String BY_DIGEST = STEPS + " WHERE s.digest = ANY($1) ORDER BY s.log_index";

    /** As many of the next as have so many bytes together, and at least one: a thousand large ones do not fit a heap. */
    private static final String AFTER = STEPS + " WHERE s.log_index IN (SELECT log_index FROM (SELECT n.log_index,"
            + " sum(octet_length(t.bytes)) OVER (ORDER BY n.log_index) - octet_length(t.bytes) AS before"
            + " FROM (SELECT log_index FROM stale_step WHERE correction = $2 AND log_index > $1"
            + " ORDER BY log_index LIMIT $3) n JOIN statement t USING (log_index)) sized WHERE before < $4)"
            + " ORDER BY s.log_index";

    /** What is recorded of a transformation is no shorter than what is stated of it when it is drawn again. */
    private static final long MAX_BYTES = 1_000_000;

    /** A lot that begins with the corrected transformation owes what it owed before that. */
    private static final String STALE = "SELECT l.lot, l.last_draw, l.original, l.remaining,"
            + " CASE WHEN l.remaining IS NOT NULL THEN l.owed_ug ELSE coalesce((SELECT i.owed_ug"
            + " FROM transformation_input i JOIN correction c ON c.corrected = i.log_index"
            + " WHERE c.log_index = l.correction AND i.lot = l.lot), 0) END AS owed_ug"
            + " FROM stale_lot l WHERE l.correction = $1 AND l.lot = ANY($2)";

    private StepRows() {}

    static Uni<List<RecordedStep>> named(SqlClient db, Collection<Digest> digests, long correction) {
        Buffer[] sought = digests.stream().map(d -> Buffer.buffer(d.bytes())).toArray(Buffer[]::new);
        return steps(db.preparedQuery(BY_DIGEST).execute(Tuple.of(sought, correction)));
    }

    /** The next transformations that a correction reaches. */
    static Uni<List<RecordedStep>> after(SqlClient db, long correction, long reached, int limit) {
        return steps(db.preparedQuery(AFTER).execute(Tuple.of(reached, correction, (long) limit, MAX_BYTES)));
    }

    /** Reading a thousand statements is no work for the thread that brings them. */
    private static Uni<List<RecordedStep>> steps(Uni<RowSet<Row>> rows) {
        return Sql.list(rows.emitOn(Infrastructure.getDefaultWorkerPool()), StepRows::step);
    }

    private static RecordedStep step(Row row) {
        Optional<OfTransformation> replacement = Optional.ofNullable(row.getValue("correction"))
                .flatMap(some -> ((Correction)
                                Statement.ofKept(Sql.bytes(row, "correction")).body())
                        .replacement())
                .map(OfTransformation.class::cast);
        Statement statement = Statement.ofKept(Sql.bytes(row, "bytes"));
        return new RecordedStep(
                row.getLong("log_index"),
                Sql.digest(row, "digest"),
                statement.actor(),
                (Drawing) statement.body(),
                replacement);
    }

    /** Those of the lots that the correction has touched. */
    static Uni<Map<LotId, StaleLot>> stale(SqlClient db, long correction, Collection<LotId> lots) {
        return Sql.query(db, STALE, correction, Sql.ids(lots)).map(rows -> {
            Map<LotId, StaleLot> found = new HashMap<>();
            rows.forEach(row -> found.put(Sql.lot(row, "lot"), stale(row)));
            return found;
        });
    }

    static StaleLot stale(Row row) {
        Function<String, Optional<OriginVector>> vector =
                column -> row.getValue(column) == null ? Optional.empty() : Optional.of(Sql.vector(row, column));
        return new StaleLot(
                Sql.lot(row, "lot"),
                row.getLong("last_draw"),
                vector.apply("original"),
                vector.apply("remaining"),
                new Mass(row.getLong("owed_ug")));
    }
}

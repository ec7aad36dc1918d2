package io.lodestone.custody.statement.store;

import io.lodestone.custody.sql.Columns;
import io.lodestone.custody.sql.Rows;
import io.lodestone.custody.statement.CorrectionRows;
import io.lodestone.custody.statement.CorrectionRows.Place;
import io.lodestone.custody.statement.CorrectionRows.Stored;
import io.lodestone.evidence.acceptance.CorrectionView;
import io.lodestone.evidence.acceptance.CorrectionView.Pending;
import io.lodestone.evidence.acceptance.RecordedDraw;
import io.lodestone.evidence.acceptance.StaleMark;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.Correction;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotsRecomputed;
import io.lodestone.evidence.statement.LotsRecomputed.Step;
import io.lodestone.evidence.statement.Statement;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Loads what a correction, or a part of what follows from one, is decided by; each stands in a batch of its own. */
final class CorrectionQueries {

    private static final String OLDEST = "SELECT c.log_index, c.digest, s.bytes FROM correction c"
            + " JOIN statement s ON s.log_index = c.log_index"
            + " WHERE c.log_index = (SELECT min(correction) FROM stale_mark)";
    private static final String RECORDED = "SELECT m.digest, m.log_index, m.void, s.bytes, last.bytes AS correction"
            + " FROM material_statement m JOIN statement s ON s.log_index = m.log_index"
            + " LEFT JOIN LATERAL (SELECT cs.bytes FROM correction c JOIN statement cs ON cs.log_index = c.log_index"
            + " WHERE c.corrects = m.digest AND c.log_index <= $2 ORDER BY c.log_index DESC LIMIT 1) last ON true"
            + " WHERE m.digest = ANY($1)";
    private static final String MARKS = "SELECT correction, lot, vector, mass_ug, owed_ug, next_draw FROM stale_mark"
            + " WHERE correction = $1 AND lot = ANY($2)";
    private static final String DRAWS = "SELECT k.lot, m.log_index, d.vector, d.owed_ug,"
            + " (SELECT min(n.log_index) FROM draw n WHERE n.lot = k.lot AND n.log_index > m.log_index) AS next"
            + " FROM unnest($1::uuid[], $2::bytea[]) AS k(lot, digest) JOIN material_statement m ON m.digest = k.digest"
            + " LEFT JOIN draw d ON d.lot = k.lot AND d.log_index = m.log_index";

    private static final CorrectionRows NONE =
            new CorrectionRows(Map.of(), Optional.empty(), Map.of(), Map.of(), Map.of(), 0);

    private record At(LotId lot, Digest transformation) {}

    private CorrectionQueries() {}

    static Uni<? extends CorrectionView> load(SqlClient db, List<Statement> batch) {
        Body body = batch.get(0).body();
        if (body instanceof Correction correction) {
            return recorded(db, Set.of(correction.corrects()), 0)
                    .map(found -> new CorrectionRows(found, Optional.empty(), Map.of(), Map.of(), Map.of(), 0));
        } else if (body instanceof LotsRecomputed recomputed) {
            return db.query(OLDEST).execute().chain(rows -> {
                for (Row row : rows) {
                    return recomputed(db, recomputed, pending(row));
                }
                return Uni.createFrom().item(NONE);
            });
        }
        return Uni.createFrom().item(CorrectionView.NOTHING);
    }

    private static Pending pending(Row row) {
        return new Pending(row.getLong("log_index"), Rows.digest(row, "digest"), (Correction)
                Statement.parse(Rows.bytes(row, "bytes")).body());
    }

    private static Uni<CorrectionRows> recomputed(SqlClient db, LotsRecomputed body, Pending oldest) {
        Set<Digest> transformations = new TreeSet<>();
        Set<LotId> lots = new TreeSet<>();
        List<At> places = new ArrayList<>();
        body.lots().forEach(lot -> lots.add(lot.lot()));
        for (Step step : body.steps()) {
            transformations.add(step.transformation());
            step.inputs().forEach(input -> places.add(new At(input.lot(), step.transformation())));
            step.outputs()
                    .forEach(output -> output.lot().ifPresent(lot -> places.add(new At(lot, step.transformation()))));
        }
        places.forEach(place -> lots.add(place.lot()));
        Map<Place, RecordedDraw> draws = new HashMap<>();
        Map<Place, Long> next = new HashMap<>();
        return recorded(db, transformations, oldest.index())
                .chain(recorded -> draws(db, places, draws, next)
                        .chain(() -> marks(db, oldest.index(), lots))
                        .map(marks -> new CorrectionRows(recorded, Optional.of(oldest), marks, draws, next, 0)));
    }

    private static Uni<Map<Digest, Stored>> recorded(SqlClient db, Collection<Digest> digests, long upTo) {
        Tuple values = Columns.of(digests).bytes(Digest::bytes).tuple().addLong(upTo);
        return db.preparedQuery(RECORDED).execute(values).map(rows -> {
            Map<Digest, Stored> found = new HashMap<>();
            for (Row row : rows) {
                Optional<Supplier<Statement>> correction = Rows.isNull(row, "correction")
                        ? Optional.empty()
                        : Optional.of(statement(Rows.bytes(row, "correction")));
                found.put(
                        Rows.digest(row, "digest"),
                        new Stored(
                                row.getLong("log_index"),
                                row.getBoolean("void"),
                                statement(Rows.bytes(row, "bytes")),
                                correction));
            }
            return found;
        });
    }

    private static Supplier<Statement> statement(byte[] bytes) {
        return () -> Statement.ofKept(bytes);
    }

    private static Uni<Void> draws(
            SqlClient db, List<At> places, Map<Place, RecordedDraw> draws, Map<Place, Long> next) {
        Columns<At> columns = Columns.of(places)
                .uuid(at -> at.lot().value())
                .bytes(at -> at.transformation().bytes());
        return db.preparedQuery(DRAWS)
                .execute(columns.tuple())
                .invoke(rows -> {
                    for (Row row : rows) {
                        Place place = new Place(Rows.lot(row, "lot"), row.getLong("log_index"));
                        if (!Rows.isNull(row, "vector")) {
                            Mass owed = new Mass(row.getLong("owed_ug"));
                            draws.put(place, new RecordedDraw(place.index(), Rows.digest(row, "vector"), owed));
                        }
                        if (!Rows.isNull(row, "next")) {
                            next.put(place, row.getLong("next"));
                        }
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<Map<LotId, StaleMark>> marks(SqlClient db, long correction, Collection<LotId> lots) {
        Object ids = Columns.of(lots).uuid(LotId::value).tuple().getValue(0);
        return db.preparedQuery(MARKS).execute(Tuple.of(correction, ids)).map(rows -> {
            Map<LotId, StaleMark> marks = new HashMap<>();
            for (Row row : rows) {
                LotId lot = Rows.lot(row, "lot");
                Optional<StaleMark.Settled> settled = Rows.isNull(row, "vector")
                        ? Optional.empty()
                        : Optional.of(new StaleMark.Settled(
                                Rows.digest(row, "vector"),
                                new Mass(row.getLong("mass_ug")),
                                new Mass(row.getLong("owed_ug"))));
                marks.put(lot, new StaleMark(correction, lot, settled, Optional.ofNullable(row.getLong("next_draw"))));
            }
            return marks;
        });
    }
}

package io.lodestone.lots.correction.store;

import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.LotsRecomputed;
import io.lodestone.lots.correction.Recomputed;
import io.lodestone.lots.correction.StaleLot;
import io.lodestone.lots.description.store.FactRows;
import io.lodestone.lots.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.sqlclient.data.Numeric;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Books what was computed again, each table once. */
final class RecomputedWrites {

    private static final String GOING = "UPDATE stale_lot s SET original = coalesce(n.original, s.original),"
            + " remaining = n.remaining, owed_ug = n.owed_ug"
            + " FROM unnest($1::uuid[], $2::bytea[], $3::bytea[], $4::bigint[]) AS n(lot, original, remaining, owed_ug)"
            + " WHERE s.correction = $5 AND s.lot = n.lot";
    private static final String SUPERSEDED = "INSERT INTO lot_superseded (lot, version, original, remaining,"
            + " superseded) SELECT v.lot, n.version, v.original, v.remaining, $3"
            + " FROM unnest($1::uuid[], $2::bigint[]) AS n(lot, version) JOIN lot_vector v ON v.lot = n.lot";
    private static final String VECTORS = "UPDATE lot_vector v SET original = coalesce(n.original, v.original),"
            + " remaining = n.remaining FROM unnest($1::uuid[], $2::bytea[], $3::bytea[]) AS n(lot, original, remaining)"
            + " WHERE v.lot = n.lot";
    private static final String LOTS = "UPDATE lot l SET mass_ug = coalesce(n.mass_ug, l.mass_ug), remaining_ug ="
            + " n.remaining_ug, deficit_ug = n.owed_ug, version = l.version + 1, stale = l.stale - 1, standing = CASE WHEN"
            + " n.owed_ug > 0 THEN 'BLOCKED' WHEN n.remaining_ug = 0 THEN 'CONSUMED' WHEN l.standing = 'OFFERED' THEN"
            + " 'OFFERED' ELSE 'HELD' END FROM unnest($1::uuid[], $2::bigint[], $3::bigint[], $4::bigint[]) AS n(lot,"
            + " mass_ug, remaining_ug, owed_ug) WHERE l.id = n.lot";
    private static final String FINAL = "UPDATE stale_lot SET done_index = $3, original = NULL, remaining = NULL"
            + " WHERE correction = $1 AND lot = ANY($2)";

    /** Who was granted a view of an earlier period sees the lot as one that has changed since. */
    private static final String CHANGED =
            "UPDATE lot_tenure SET last_index = $2 WHERE lot = ANY($1) AND until_index IS NULL";

    private static final String OWED = "UPDATE transformation_input i SET owed_ug = n.owed_ug"
            + " FROM unnest($1::bigint[], $2::uuid[], $3::bigint[]) AS n(log_index, lot, owed_ug)"
            + " WHERE i.log_index = n.log_index AND i.lot = n.lot AND i.owed_ug <> n.owed_ug";
    private static final String REDRAWN = "INSERT INTO redrawn (log_index, recomputed)"
            + " SELECT log_index, $2 FROM statement WHERE digest = ANY($1)"
            + " ON CONFLICT (log_index) DO UPDATE SET recomputed = excluded.recomputed";
    private static final String CORRECTION = "UPDATE correction SET done = done + $2, reached = $3,"
            + " deficit_ug = deficit_ug + $4, unknown_ug = unknown_ug + $5 WHERE log_index = $1";

    private RecomputedWrites() {}

    static Uni<Void> run(SqlConnection db, long index, long correction, LotsRecomputed body, Recomputed done) {
        Set<LotId> named = body.lots().stream().map(LotVersion::lot).collect(Collectors.toCollection(HashSet::new));
        List<StaleLot> settled =
                body.lots().stream().map(lot -> done.lot(lot.lot())).toList();
        List<StaleLot> going = done.changed().values().stream()
                .filter(lot -> !named.contains(lot.lot()))
                .toList();
        Columns<LotVersion> versions =
                Columns.of(body.lots()).uuid(LotVersion::lot).number(LotVersion::version);
        return write(db, RecomputedFeed.PROFILES, profiles(done), done.arisen().values())
                .chain(() -> FactRows.insertProfiles(db, done.arisen().values()))
                .chain(() -> FactRows.replace(db, made(settled)))
                .chain(() -> write(
                        db, GOING, vectors(going).number(StaleLot::owed).tuple().addLong(correction), going))
                .chain(() -> write(db, SUPERSEDED, versions.tuple().addLong(index), settled))
                .chain(() -> write(db, VECTORS, vectors(settled).tuple(), settled))
                .chain(() -> write(db, LOTS, lots(settled), settled))
                .chain(() -> write(db, FINAL, Tuple.of(correction, ids(settled), index), settled))
                .chain(() -> write(db, CHANGED, Tuple.of(ids(settled), index), settled))
                .chain(() -> write(db, OWED, owed(done), done.owed()))
                .chain(() -> PassageWrites.redone(db, done.redone()))
                .chain(() -> write(
                        db,
                        REDRAWN,
                        Columns.of(body.steps())
                                .bytes(LotsRecomputed.Step::transformation)
                                .tuple()
                                .addLong(index),
                        body.steps()))
                .chain(() -> db.preparedQuery(CORRECTION).execute(progress(correction, settled, done)))
                .replaceWithVoid();
    }

    private static Map<LotId, OriginVector> made(List<StaleLot> settled) {
        Map<LotId, OriginVector> made = new HashMap<>();
        settled.forEach(lot -> lot.original().ifPresent(vector -> made.put(lot.lot(), vector)));
        return made;
    }

    private static Uni<Void> write(SqlConnection db, String sql, Tuple values, Collection<?> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : db.preparedQuery(sql).execute(values).replaceWithVoid();
    }

    private static Object ids(List<StaleLot> lots) {
        return Columns.of(lots).uuid(StaleLot::lot).tuple().getValue(0);
    }

    private static Tuple profiles(Recomputed done) {
        return Columns.of(done.arisen().values())
                .bytes(profile -> profile.digest())
                .bytes(profile -> profile.json())
                .tuple();
    }

    /** A lot that was only drawn from keeps what it was made with. */
    private static Columns<StaleLot> vectors(List<StaleLot> lots) {
        return Columns.of(lots)
                .uuid(StaleLot::lot)
                .bytes(lot -> lot.original().map(OriginVector::json).orElse(null))
                .bytes(lot -> lot.remaining().orElseThrow().json());
    }

    private static Tuple lots(List<StaleLot> lots) {
        return Columns.of(lots)
                .uuid(StaleLot::lot)
                .number(lot ->
                        lot.original().map(made -> made.total().micrograms()).orElse(null))
                .number(lot -> lot.remaining().orElseThrow().total())
                .number(StaleLot::owed)
                .tuple();
    }

    private static Tuple owed(Recomputed done) {
        return Columns.of(done.owed())
                .number(Recomputed.Owed::transformation)
                .uuid(Recomputed.Owed::lot)
                .number(Recomputed.Owed::mass)
                .tuple();
    }

    private static Tuple progress(long correction, List<StaleLot> settled, Recomputed done) {
        BigInteger deficit = BigInteger.ZERO;
        for (StaleLot lot : settled) {
            deficit = deficit.add(BigInteger.valueOf(lot.owed().micrograms()));
        }
        List<Object> values = new ArrayList<>(List.of(
                correction,
                (long) settled.size(),
                done.reached(),
                Numeric.create(new BigDecimal(deficit)),
                Numeric.create(new BigDecimal(done.unknown()))));
        return Tuple.from(values);
    }
}

package io.lodestone.lots.trace.store;

import io.lodestone.evidence.statement.Form;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.lots.sql.Sql;
import io.lodestone.lots.trace.Direction;
import io.lodestone.lots.trace.Sight;
import io.lodestone.lots.trace.TracedLot;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Lots of a walk as they stand now; their vectors are not read. */
@Singleton
public class TracedLotRows {

    /** Whether nothing has happened to the lot since what is seen; see {@code SightRows.CURRENT}. */
    private static final String SETTLED = "$6::bigint = 9223372036854775807"
            + " OR (SELECT max(t.last_index) FROM lot_tenure t WHERE t.lot = x.lot) < $6 AS settled";

    /** The limits keep the planner at look-ups by key: a page never reads a whole table. */
    private static final String PAGE = "SELECT x.depth, l.*, m.process, h.to_party, " + SETTLED + " FROM trace_lot x"
            + " CROSS JOIN LATERAL (SELECT * FROM lot WHERE id = x.lot LIMIT 1) l"
            + " LEFT JOIN LATERAL (SELECT t.process FROM transformation_output o JOIN transformation t USING (log_index)"
            + " WHERE o.lot = x.lot AND t.actor = ANY($4::uuid[]) AND t.log_index >= $5 AND t.log_index < $6"
            + " LIMIT 1) m ON true"
            + " LEFT JOIN LATERAL (SELECT to_party FROM handover WHERE lot = x.lot AND from_party = ANY($4::uuid[])"
            + " AND log_index >= $5 AND log_index < $6 ORDER BY log_index DESC LIMIT 1) h ON true"
            + " WHERE x.trace = $1 AND x.position >= $2 AND x.position < $3 ORDER BY x.position";

    private final Pool pool;

    @Inject
    TracedLotRows(Pool pool) {
        this.pool = pool;
    }

    /** The lots at those positions, in their order. */
    public Uni<List<TracedLot>> find(Walk walk, Sight sight, int from, int to) {
        return ByKey.within(
                pool,
                connection -> Sql.list(
                        Sql.query(
                                connection,
                                PAGE,
                                walk.id(),
                                from,
                                to,
                                Sql.ids(sight.eyes()),
                                sight.first(),
                                sight.past()),
                        row -> read(row, walk.direction(), sight)));
    }

    private static TracedLot read(Row row, Direction direction, Sight sight) {
        PartyId holder = Sql.party(row, "holder");
        boolean current = row.getBoolean("settled") && (sight.has(holder) || sight.has(Sql.party(row, "owner")));
        Optional<String> process = Optional.ofNullable(row.getString("process"));
        boolean handedOver = !sight.has(holder) && row.getUUID("to_party") != null;
        return new TracedLot(
                Sql.lot(row, "id"),
                Form.parse(row.getString("form")),
                process,
                row.getLong("log_index"),
                Sql.mass(row, "mass_ug"),
                current ? Optional.of(Sql.mass(row, "remaining_ug")) : Optional.empty(),
                row.getInteger("depth"),
                current ? row.getString("standing") : "HANDED_OVER",
                handedOver ? Optional.of(Sql.party(row, "to_party")) : Optional.empty(),
                sight.boundary(
                        direction, Sql.party(row, "maker"), holder, row.getLong("log_index"), process.isPresent()));
    }
}

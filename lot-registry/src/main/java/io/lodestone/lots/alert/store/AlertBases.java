package io.lodestone.lots.alert.store;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.StatementId;
import io.lodestone.evidence.statement.Uuid7;
import io.lodestone.lots.alert.SeenAlert;
import io.lodestone.lots.alert.SeenAlert.Named;
import io.lodestone.lots.sql.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What alerts rest on, as far as a viewer may see it: lots it had in hand, statements it made. */
final class AlertBases {

    /** As many of each are named; the first ones, in the order of the log. */
    private static final long MAX_NAMED = 100;

    private static final String LOTS = "SELECT alert, lot FROM (SELECT al.alert, al.lot, row_number() OVER"
            + " (PARTITION BY al.alert ORDER BY p.log_index, al.lot) AS n FROM any_alert_lot al JOIN lot_party p"
            + " ON p.lot = al.lot AND p.party = $1 WHERE al.alert = ANY($2::bytea[])) x WHERE n <= $3 ORDER BY alert, n";
    private static final String STATEMENTS = "SELECT * FROM (SELECT a.alert, s.id, s.kind, s.log_index,"
            + " s.actor = $1 AS own, row_number() OVER (PARTITION BY a.alert, s.actor = $1 ORDER BY s.log_index) AS n"
            + " FROM alert_statement a JOIN statement s USING (log_index) WHERE a.alert = ANY($2::bytea[])"
            + " UNION ALL SELECT t.overdraft, t.statement_id, 'LotsTransformed', NULL, o.party = $1,"
            + " row_number() OVER (PARTITION BY t.overdraft ORDER BY t.seen_at, t.statement_id) FROM overdraft_attempt t"
            + " JOIN overdraft o ON o.id = t.overdraft WHERE t.overdraft = ANY($2::bytea[])) x WHERE n <= $3"
            + " ORDER BY alert, n";

    private record Bases(Map<Digest, List<Named>> own, Set<Digest> upstream) {}

    private AlertBases() {}

    static Uni<List<SeenAlert>> of(Pool pool, PartyId viewer, List<SeenAlert> alerts) {
        if (alerts.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Object ids = Sql.digests(alerts.stream().map(SeenAlert::id).toList());
        return Sql.query(pool, LOTS, viewer, ids, MAX_NAMED)
                .map(AlertBases::lots)
                .chain(lots -> Sql.query(pool, STATEMENTS, viewer, ids, MAX_NAMED)
                        .map(AlertBases::statements)
                        .map(bases -> alerts.stream()
                                .map(alert -> alert.on(
                                        lots.getOrDefault(alert.id(), List.of()),
                                        bases.own.getOrDefault(alert.id(), List.of()),
                                        bases.upstream.contains(alert.id())))
                                .toList()));
    }

    private static Map<Digest, List<LotId>> lots(Iterable<Row> rows) {
        Map<Digest, List<LotId>> lots = new HashMap<>();
        for (Row row : rows) {
            lots.computeIfAbsent(Sql.digest(row, "alert"), id -> new ArrayList<>())
                    .add(Sql.lot(row, "lot"));
        }
        return lots;
    }

    private static Bases statements(Iterable<Row> rows) {
        Bases bases = new Bases(new HashMap<>(), new HashSet<>());
        for (Row row : rows) {
            Digest alert = Sql.digest(row, "alert");
            if (!row.getBoolean("own")) {
                bases.upstream.add(alert);
                continue;
            }
            Named named = new Named(
                    new StatementId(new Uuid7(row.getUUID("id"))),
                    row.getString("kind"),
                    Optional.ofNullable(row.getLong("log_index")));
            bases.own.computeIfAbsent(alert, id -> new ArrayList<>()).add(named);
        }
        return bases;
    }
}

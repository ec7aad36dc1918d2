package io.lodestone.lots.alert.store;

import io.lodestone.evidence.plausibility.AlertKind;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.lots.alert.Raised;
import io.lodestone.lots.sql.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Raises alerts, once for what is the same, and closes those of accounts. */
final class AlertRows {

    private static final String ALERT = "INSERT INTO alert (id, kind, subject, severity, party, facility, first_seen,"
            + " last_seen, times, what, next) VALUES ($1, $2, $3, $4, $5, $6, $7, $7, 1, $8, $9)"
            + " ON CONFLICT (id) DO UPDATE SET times = alert.times + 1, last_seen = EXCLUDED.last_seen";
    private static final String LOT = "INSERT INTO alert_lot (alert, lot) VALUES ($1, $2) ON CONFLICT DO NOTHING";
    private static final String STATEMENT =
            "INSERT INTO alert_statement (alert, log_index) VALUES ($1, $2) ON CONFLICT DO NOTHING";
    private static final String OPEN = "SELECT subject FROM alert WHERE kind = 'unaccounted' AND closed_at IS NULL"
            + " AND party = $1 AND facility = $2";
    private static final String CLOSE = "UPDATE alert SET closed_at = $4 WHERE kind = 'unaccounted'"
            + " AND closed_at IS NULL AND party = $1 AND facility = $2 AND split_part(subject, ' ', 1) = $3";

    private AlertRows() {}

    static Uni<Void> raise(SqlClient client, List<Raised> all) {
        List<Tuple> alerts = new ArrayList<>();
        List<Tuple> lots = new ArrayList<>();
        List<Tuple> statements = new ArrayList<>();
        for (Raised raised : all) {
            var id = raised.id();
            AlertKind kind = raised.finding().kind();
            alerts.add(Sql.tuple(
                    id,
                    kind.wire(),
                    raised.finding().subject(),
                    raised.finding().severity().wire(),
                    raised.party(),
                    raised.facility(),
                    raised.seen(),
                    raised.finding().what(),
                    raised.finding().next()));
            raised.lots().forEach(lot -> lots.add(Sql.tuple(id, lot)));
            raised.statements().forEach(index -> statements.add(Sql.tuple(id, index)));
        }
        return Sql.batch(client, ALERT, alerts)
                .chain(() -> Sql.batch(client, LOT, lots))
                .chain(() -> Sql.batch(client, STATEMENT, statements));
    }

    /** The elements whose accounts at the facility stand alerted. */
    static Uni<Set<Element>> openAccounts(SqlClient client, PartyId party, FacilityId facility) {
        return Sql.list(
                        Sql.query(client, OPEN, party, facility),
                        row -> Element.parse(row.getString("subject").split(" ", -1)[0]))
                .map(HashSet::new);
    }

    static Uni<Void> closeAccounts(
            SqlClient client, PartyId party, FacilityId facility, List<Element> elements, Instant at) {
        return Sql.batch(
                client,
                CLOSE,
                elements.stream()
                        .map(element -> Sql.tuple(party, facility, element.symbol(), at))
                        .toList());
    }
}

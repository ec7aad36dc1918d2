package io.lodestone.lots.alert.store;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.plausibility.AlertKind;
import io.lodestone.evidence.plausibility.Severity;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.Uuid7;
import io.lodestone.lots.alert.Acknowledgement;
import io.lodestone.lots.alert.AlertQuery;
import io.lodestone.lots.alert.SeenAlert;
import io.lodestone.lots.sql.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Alerts for one viewer: its own, and those on lots that it holds or owns. */
@Singleton
public class AlertReads {

    private static final String SEEN = "SELECT * FROM (SELECT a.*, a.party = $1 AS own, k.person, k.reason, k.at,"
            + " CASE WHEN a.closed_at IS NOT NULL THEN 'closed' WHEN k.alert IS NOT NULL THEN 'acknowledged'"
            + " ELSE 'open' END AS state FROM any_alert a"
            + " LEFT JOIN alert_acknowledgement k ON k.alert = a.id AND k.party = $1"
            + " WHERE a.party = $1 OR EXISTS (SELECT 1 FROM any_alert_lot al JOIN lot l ON l.id = al.lot"
            + " WHERE al.alert = a.id AND (l.holder = $1 OR l.owner = $1))) seen ";
    private static final String PAGE = SEEN + "WHERE ($2::text IS NULL OR kind = $2)"
            + " AND ($3::text IS NULL OR severity = $3) AND ($4::text IS NULL OR state = $4)"
            + " AND ($5::uuid IS NULL OR EXISTS (SELECT 1 FROM any_alert_lot al JOIN lot_party p ON p.lot = al.lot"
            + " WHERE al.alert = seen.id AND al.lot = $5 AND p.party = $1))"
            + " AND ($6::uuid IS NULL OR own AND facility = $6) AND ($7::timestamptz IS NULL OR first_seen >= $7)"
            + " AND ($8::timestamptz IS NULL OR (first_seen, id) < ($8, $9::bytea))"
            + " ORDER BY first_seen DESC, id DESC LIMIT $10";
    private static final String ONE = SEEN + "WHERE id = $2";
    private static final String ACKNOWLEDGE = "INSERT INTO alert_acknowledgement (alert, party, person, reason, at)"
            + " VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING";

    private final Pool pool;

    @Inject
    AlertReads(Pool pool) {
        this.pool = pool;
    }

    /** At most one more than the limit, so that the caller sees whether there is another page. */
    public Uni<List<SeenAlert>> page(PartyId viewer, AlertQuery query) {
        return Sql.list(
                        Sql.query(
                                pool,
                                PAGE,
                                viewer,
                                query.kind().map(AlertKind::wire),
                                query.severity().map(Severity::wire),
                                query.state(),
                                query.lot(),
                                query.facility(),
                                query.since(),
                                query.after().map(AlertQuery.Place::firstSeen),
                                query.after().map(AlertQuery.Place::id),
                                query.limit() + 1L),
                        AlertReads::read)
                .chain(alerts -> AlertBases.of(pool, viewer, alerts));
    }

    public Uni<Optional<SeenAlert>> find(PartyId viewer, Digest id) {
        return Sql.list(Sql.query(pool, ONE, viewer, id), AlertReads::read)
                .chain(alerts -> AlertBases.of(pool, viewer, alerts))
                .map(alerts -> alerts.stream().findFirst());
    }

    /** Keeps the first; whoever comes later reads that. */
    public Uni<Void> acknowledge(PartyId party, Digest id, Acknowledgement acknowledgement) {
        return Sql.query(
                        pool,
                        ACKNOWLEDGE,
                        id,
                        party,
                        acknowledgement.person(),
                        acknowledgement.reason(),
                        acknowledgement.at())
                .replaceWithVoid();
    }

    private static SeenAlert read(Row row) {
        return new SeenAlert(
                Sql.digest(row, "id"),
                AlertKind.parse(row.getString("kind")),
                row.getString("severity"),
                row.getBoolean("own"),
                Optional.ofNullable(row.getUUID("facility")).map(id -> new FacilityId(new Uuid7(id))),
                Sql.instant(row, "first_seen"),
                Sql.instant(row, "last_seen"),
                row.getInteger("times"),
                row.getString("what"),
                row.getString("next"),
                instant(row, "closed_at"),
                instant(row, "at").map(at -> new Acknowledgement(row.getString("person"), row.getString("reason"), at)),
                List.of(),
                List.of(),
                false);
    }

    private static Optional<Instant> instant(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
    }
}

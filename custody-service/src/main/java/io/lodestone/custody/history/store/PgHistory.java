package io.lodestone.custody.history.store;

import io.lodestone.custody.history.StoredVersion;
import io.lodestone.custody.history.TimelineItem;
import io.lodestone.custody.history.TimelineItem.Known;
import io.lodestone.custody.history.TimelineItem.Stood;
import io.lodestone.custody.history.Viewer;
import io.lodestone.custody.history.app.HistoryQueries;
import io.lodestone.custody.sql.Rows;
import io.lodestone.evidence.acceptance.Holding;
import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.AcceptanceRecord;
import io.lodestone.evidence.statement.Entry;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.SpendSecret;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A lot's versions from their table. */
@Singleton
public class PgHistory implements HistoryQueries {

    /** The statement is read only where the viewer knows of it. */
    private static final String TIMELINE = Sight.SEEN
            + " SELECT s.version, s.log_index, s.time, s.known, s.state, s.remaining_ug, k.holder, k.owner,"
            + " said.doc ->> 'type' AS kind, said.doc -> 'body' ->> 'eventTime' AS happened"
            + " FROM seen s"
            + " LEFT JOIN keeper k ON k.first <= s.version AND (k.last IS NULL OR s.version < k.last)"
            + " LEFT JOIN LATERAL (SELECT convert_from(st.bytes, 'UTF8')::json AS doc FROM statement st"
            + " WHERE s.known AND st.log_index = s.log_index) AS said ON true"
            + " ORDER BY s.version";

    /** It ends early, but not before its first version, where it would become longer than this. */
    private static final String VERSIONS = Sight.SEEN
            + " SELECT p.version, p.log_index, p.bytes AS entry, r.bytes AS record, b.spend_secret, p.final FROM ("
            + "SELECT s.*, sum(octet_length(s.bytes) + octet_length(a.bytes) + 1024) OVER (ORDER BY s.version)"
            + " - octet_length(s.bytes) - octet_length(a.bytes) - 1024 AS before, max(s.version) OVER () AS final"
            + " FROM seen s JOIN acceptance_record a ON a.log_index = s.log_index) AS p"
            + " JOIN acceptance_record r ON r.log_index = p.log_index"
            + " LEFT JOIN lot_version b ON b.lot = $1 AND b.version = p.version - 1"
            + " WHERE p.before < 4194304 ORDER BY p.version";

    private final Pool pool;

    @Inject
    PgHistory(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<TimelineItem>> timeline(LotId lot, Viewer viewer, long after, int limit) {
        return pool.preparedQuery(TIMELINE)
                .execute(Tuple.from(Sight.of(lot, viewer, after, limit)))
                .map(rows -> {
                    List<TimelineItem> items = new ArrayList<>(rows.rowCount());
                    rows.forEach(row -> items.add(item(row)));
                    return items;
                });
    }

    private static TimelineItem item(Row row) {
        return new TimelineItem(
                row.getLong("version"),
                row.getLong("log_index"),
                Rows.time(row, "time"),
                row.getBoolean("known") ? Optional.of(known(row)) : Optional.empty());
    }

    private static Known known(Row row) {
        Optional<Stood> stood = Rows.isNull(row, "state")
                ? Optional.empty()
                : Optional.of(new Stood(
                        Holding.State.valueOf(row.getString("state")), new Mass(row.getLong("remaining_ug"))));
        return new Known(
                row.getString("kind"),
                Optional.ofNullable(row.getString("happened")),
                Rows.party(row, "holder"),
                Rows.party(row, "owner"),
                stood);
    }

    @Override
    public Uni<Found> versions(LotId lot, Viewer viewer, long after, int limit) {
        return pool.preparedQuery(VERSIONS)
                .execute(Tuple.from(Sight.of(lot, viewer, after, limit)))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(rows -> {
                    List<StoredVersion> versions = new ArrayList<>(rows.rowCount());
                    long last = after;
                    for (Row row : rows) {
                        versions.add(version(lot, row));
                        last = row.getLong("final");
                    }
                    return new Found(versions, last);
                });
    }

    private static StoredVersion version(LotId lot, Row row) {
        return new StoredVersion(
                row.getLong("version"),
                row.getLong("log_index"),
                Entry.parse(Rows.bytes(row, "entry")),
                AcceptanceRecord.read(CanonicalJson.parse(Rows.bytes(row, "record")), "record"),
                Rows.isNull(row, "spend_secret")
                        ? Optional.empty()
                        : Optional.of(SpendSecret.of(lot, Rows.bytes(row, "spend_secret"))));
    }
}

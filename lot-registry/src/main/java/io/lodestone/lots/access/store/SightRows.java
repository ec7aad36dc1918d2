package io.lodestone.lots.access.store;

import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.Uuid7;
import io.lodestone.lots.access.Seen;
import io.lodestone.lots.access.Viewpoint;
import io.lodestone.lots.access.Viewpoint.Limit;
import io.lodestone.lots.sql.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What grants show, from their rows. */
@Singleton
public class SightRows {

    /**
     * Grants to auditor {@code $1}, by party {@code $2} if that is not null, as ranges of the log; none whose period has
     * not begun.
     */
    public static final String GRANTS = "WITH bound AS MATERIALIZED (SELECT * FROM (SELECT g.granter, g.lots,"
            + " (SELECT log_index FROM statement WHERE entry_time >= g.from_time"
            + " ORDER BY entry_time, log_index LIMIT 1) AS first,"
            + " coalesce((SELECT log_index FROM statement WHERE entry_time >= g.until_time"
            + " ORDER BY entry_time, log_index LIMIT 1), 9223372036854775807) AS past"
            + " FROM access_grant g WHERE g.auditor = $1 AND g.withdrawn_index IS NULL"
            + " AND ($2::uuid IS NULL OR g.granter = $2)) AS b WHERE first IS NOT NULL) ";

    /** Tenures of the granter that a grant covers. */
    public static final String COVERED = " FROM bound b JOIN lot_tenure t ON t.party = b.granter"
            + " AND t.since_index < b.past AND (t.until_index IS NULL OR t.until_index >= b.first)"
            + " AND (b.lots IS NULL OR t.lot = ANY(b.lots)) ";

    /** Whether nothing has happened to the lot since the period. */
    public static final String CURRENT =
            "(SELECT max(x.last_index) FROM lot_tenure x WHERE x.lot = t.lot) < b.past AS current";

    private static final String BEST = GRANTS + "SELECT b.*, " + CURRENT + COVERED
            + "WHERE t.lot = $3 ORDER BY current DESC, b.granter, b.first, b.past LIMIT 1";
    private static final String ALL = GRANTS + "SELECT * FROM bound ORDER BY granter, first, past";
    private static final String HAD = "SELECT 1 FROM lot_party WHERE party = $1 AND lot = $2";

    private final Pool pool;

    @Inject
    SightRows(Pool pool) {
        this.pool = pool;
    }

    public Uni<Boolean> had(PartyId party, LotId lot) {
        return Sql.query(pool, HAD, party, lot).map(rows -> rows.size() > 0);
    }

    public Uni<Optional<Seen>> best(PartyId auditor, Optional<PartyId> granter, LotId lot) {
        return Sql.first(Sql.query(pool, BEST, auditor, granter, lot), SightRows::seen);
    }

    public Uni<List<Viewpoint>> all(PartyId auditor, Optional<PartyId> granter) {
        return Sql.list(Sql.query(pool, ALL, auditor, granter), SightRows::view);
    }

    public static Seen seen(Row row) {
        return new Seen(view(row), row.getBoolean("current"));
    }

    private static Viewpoint view(Row row) {
        UUID[] lots = row.getArrayOfUUIDs("lots");
        Optional<java.util.Set<LotId>> scope = Optional.ofNullable(lots)
                .map(ids ->
                        Arrays.stream(ids).map(id -> new LotId(new Uuid7(id))).collect(Collectors.toSet()));
        return new Viewpoint(
                Sql.party(row, "granter"), Optional.of(new Limit(row.getLong("first"), row.getLong("past"), scope)));
    }
}

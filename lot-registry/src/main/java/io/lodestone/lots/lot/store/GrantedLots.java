package io.lodestone.lots.lot.store;

import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.lots.access.Seen;
import io.lodestone.lots.access.store.SightRows;
import io.lodestone.lots.lot.LotQuery;
import io.lodestone.lots.sql.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Lots that parties let an auditor see, by id. */
@Singleton
public class GrantedLots {

    /** A state is that of the lot as it may be shown: one that has moved on since the period has none to be found by. */
    private static final String PAGE = SightRows.GRANTS + "SELECT seen.* FROM (SELECT DISTINCT ON (t.lot) t.lot, b.*, "
            + SightRows.CURRENT + SightRows.COVERED
            + "WHERE $5::uuid IS NULL OR t.lot > $5 ORDER BY t.lot, current DESC, b.granter, b.first, b.past) AS seen"
            + " JOIN lot l ON l.id = seen.lot WHERE ($3::text IS NULL OR l.form = $3)"
            + " AND ($4::text IS NULL OR $4 = 'RECORDED' OR (seen.current"
            + " AND (l.standing = $4 OR $4 = 'STALE' AND l.stale > 0)"
            + " AND seen.granter IN (l.holder, l.owner))) ORDER BY seen.lot LIMIT $6";

    private final Pool pool;

    @Inject
    GrantedLots(Pool pool) {
        this.pool = pool;
    }

    /** A lot and the view to take of it. */
    public record Granted(LotId lot, Seen seen) {}

    /** At most one more than the limit, so that the caller sees whether there is another page. */
    public Uni<List<Granted>> page(PartyId auditor, Optional<PartyId> granter, LotQuery query) {
        return Sql.list(
                Sql.query(pool, PAGE, auditor, granter, query.form(), query.state(), query.after(), query.limit() + 1L),
                row -> new Granted(Sql.lot(row, "lot"), SightRows.seen(row)));
    }
}

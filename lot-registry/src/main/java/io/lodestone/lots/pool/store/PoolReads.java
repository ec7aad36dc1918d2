package io.lodestone.lots.pool.store;

import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.lots.lot.BookedLot;
import io.lodestone.lots.lot.LotQuery;
import io.lodestone.lots.lot.store.LotRows;
import io.lodestone.lots.pool.BookedPool;
import io.lodestone.lots.pool.Credit;
import io.lodestone.lots.sql.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Pools for the party that holds them, and credits of a lot. */
@Singleton
public class PoolReads {

    /** More credits than this on one lot are not shown; the newest are. */
    private static final int MAX_CREDITS = 1_000;

    private static final String PAGE = LotRows.SELECT
            + "WHERE l.holder = $1 AND l.standing = 'POOL' AND ($2::uuid IS NULL OR l.id > $2) ORDER BY l.id LIMIT $3";
    private static final String CREDITS = "SELECT log_index, pool, element, profile, ug FROM credit WHERE lot = $1"
            + " ORDER BY log_index DESC, element COLLATE \"C\", profile LIMIT " + MAX_CREDITS;

    private final Pool pool;

    @Inject
    PoolReads(Pool pool) {
        this.pool = pool;
    }

    public Uni<Optional<BookedLot>> ofHolder(PartyId party, LotId id) {
        return LotRows.find(pool, List.of(id))
                .map(found -> Optional.ofNullable(found.get(id)).filter(lot -> BookedPool.isOf(lot, party)));
    }

    /** At most one more than the limit, so that the caller sees whether there is another page. */
    public Uni<List<BookedLot>> page(PartyId party, LotQuery query) {
        return Sql.list(Sql.query(pool, PAGE, party, query.after(), query.limit() + 1L), LotRows::read);
    }

    /** Only of a pool that is booked. */
    public Uni<io.lodestone.evidence.acceptance.Pool> state(LotId id) {
        return PoolRows.find(pool, id).map(Optional::orElseThrow);
    }

    public Uni<List<Credit>> credits(LotId lot) {
        return Sql.list(
                Sql.query(pool, CREDITS, lot),
                row -> new Credit(
                        row.getLong("log_index"),
                        Sql.lot(row, "pool"),
                        row.getString("element"),
                        Sql.digest(row, "profile"),
                        Sql.mass(row, "ug")));
    }
}

package io.lodestone.custody.statement.store;

import io.lodestone.custody.sql.Columns;
import io.lodestone.custody.sql.PoolRows;
import io.lodestone.custody.sql.Rows;
import io.lodestone.custody.statement.KnownPools;
import io.lodestone.custody.statement.KnownPools.Closed;
import io.lodestone.custody.statement.PoolNeeds;
import io.lodestone.evidence.acceptance.Pool;
import io.lodestone.evidence.acceptance.Withdrawal;
import io.lodestone.evidence.statement.LotId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Loads the rows about pools that a batch needs, and asks nothing for a batch without pools. */
final class PoolQueries {

    private static final String POOLS =
            "SELECT pool, facility, period, since, latest, claimed FROM pool WHERE pool = ANY($1)";
    private static final String CLOSED =
            "SELECT pool, period FROM pool_period WHERE pool = ANY($1) AND period = ANY($2)";
    private static final String WITHDRAWALS =
            "SELECT lot, pool, custody_model, credited FROM withdrawal WHERE lot = ANY($1)";

    private PoolQueries() {}

    static Uni<KnownPools> load(SqlClient db, PoolNeeds needs) {
        if (needs.pools().isEmpty()) {
            return Uni.createFrom().item(KnownPools.NONE);
        }
        Map<LotId, Pool> pools = new HashMap<>();
        Set<Closed> closed = new HashSet<>();
        Map<LotId, Withdrawal> withdrawals = new HashMap<>();
        Tuple named = Columns.of(needs.pools()).uuid(LotId::value).tuple();
        return each(db, POOLS, named, row -> pools.put(Rows.lot(row, "pool"), PoolRows.pool(row)))
                .chain(() -> needs.periods().isEmpty()
                        ? Uni.createFrom().voidItem()
                        : each(
                                db,
                                CLOSED,
                                Tuple.of(uuids(needs.pools()), needs.periods().toArray(String[]::new)),
                                row -> closed.add(new Closed(Rows.lot(row, "pool"), row.getString("period")))))
                .chain(() -> needs.withdrawn().isEmpty()
                        ? Uni.createFrom().voidItem()
                        : each(
                                db,
                                WITHDRAWALS,
                                Columns.of(needs.withdrawn()).uuid(LotId::value).tuple(),
                                row -> withdrawals.put(Rows.lot(row, "lot"), PoolRows.withdrawal(row))))
                .map(ignored -> new KnownPools(pools, closed, withdrawals));
    }

    private static UUID[] uuids(Set<LotId> pools) {
        return pools.stream().map(pool -> pool.value().value()).toArray(UUID[]::new);
    }

    private static Uni<Void> each(SqlClient db, String sql, Tuple values, Consumer<Row> take) {
        return db.preparedQuery(sql)
                .execute(values)
                .invoke(rows -> rows.forEach(take))
                .replaceWithVoid();
    }
}

package io.lodestone.custody.statement.store;

import io.lodestone.custody.sql.Columns;
import io.lodestone.custody.sql.PoolRows;
import io.lodestone.custody.statement.Sequenced;
import io.lodestone.evidence.acceptance.Effect;
import io.lodestone.evidence.acceptance.Pool;
import io.lodestone.evidence.acceptance.Withdrawal;
import io.lodestone.evidence.statement.LotId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How pools stand after a batch: of each pool and each withdrawn lot only the last of its states is written. */
final class PoolWrites {

    private static final String POOLS = "INSERT INTO pool (pool, facility, period, since, latest, claimed)"
            + " SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[], $5::timestamptz[],"
            + " $6::bytea[]) ON CONFLICT (pool) DO UPDATE SET period = excluded.period, since = excluded.since,"
            + " latest = excluded.latest, claimed = excluded.claimed";
    private static final String CLOSED = "INSERT INTO pool_period (pool, period, log_index)"
            + " SELECT * FROM unnest($1::uuid[], $2::text[], $3::bigint[])";
    private static final String WITHDRAWALS = "INSERT INTO withdrawal (lot, pool, custody_model, credited)"
            + " SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::bytea[])"
            + " ON CONFLICT (lot) DO UPDATE SET credited = excluded.credited";

    private PoolWrites() {}

    private record Closing(long index, Effect.PeriodClosed period) {}

    static List<Write> of(List<Sequenced> accepted) {
        Map<LotId, Pool> pools = new LinkedHashMap<>();
        Map<LotId, Withdrawal> withdrawals = new LinkedHashMap<>();
        List<Closing> closings = new ArrayList<>();
        for (Sequenced one : accepted) {
            one.effects()
                    .all(Effect.PoolChanged.class)
                    .forEach(made -> pools.put(made.pool().pool(), made.pool()));
            one.effects()
                    .all(Effect.LotWithdrawn.class)
                    .forEach(made -> withdrawals.put(made.withdrawal().lot(), made.withdrawal()));
            one.effects().all(Effect.PeriodClosed.class).forEach(made -> closings.add(new Closing(one.index(), made)));
        }
        List<Write> writes = new ArrayList<>();
        if (!pools.isEmpty()) {
            writes.add(new Write(POOLS, pools(pools)));
        }
        if (!closings.isEmpty()) {
            writes.add(new Write(
                    CLOSED,
                    Columns.of(closings)
                            .uuid(c -> c.period().pool().value())
                            .text(c -> c.period().period())
                            .number(Closing::index)));
        }
        if (!withdrawals.isEmpty()) {
            writes.add(new Write(WITHDRAWALS, withdrawals(withdrawals)));
        }
        return writes;
    }

    private static Columns<Pool> pools(Map<LotId, Pool> pools) {
        return Columns.of(pools.values())
                .uuid(p -> p.pool().value())
                .uuid(p -> p.facility().value())
                .text(Pool::period)
                .time(Pool::since)
                .time(Pool::latest)
                .bytes(PoolRows::claimed);
    }

    private static Columns<Withdrawal> withdrawals(Map<LotId, Withdrawal> withdrawals) {
        return Columns.of(withdrawals.values())
                .uuid(w -> w.lot().value())
                .uuid(w -> w.pool().value())
                .text(w -> w.model().wire())
                .bytes(PoolRows::credited);
    }
}

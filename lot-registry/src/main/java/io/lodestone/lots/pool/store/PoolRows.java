package io.lodestone.lots.pool.store;

import io.lodestone.evidence.acceptance.Pool;
import io.lodestone.evidence.acceptance.Withdrawal;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.provenance.StatedElements;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.CreditClaimed;
import io.lodestone.evidence.statement.CustodyModel;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PoolAdjusted;
import io.lodestone.evidence.statement.PoolCounted;
import io.lodestone.evidence.statement.PoolPeriodClosed;
import io.lodestone.evidence.statement.PoolRun;
import io.lodestone.evidence.statement.Uuid7;
import io.lodestone.lots.outbox.KnownPools;
import io.lodestone.lots.sql.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What deciding about a pool looks at. */
public final class PoolRows {

    static final String CREDITED = "credited";

    private PoolRows() {}

    public static Uni<Optional<Pool>> find(SqlClient client, LotId pool) {
        return Sql.first(Sql.query(client, "SELECT * FROM pool WHERE pool = $1", pool), PoolRows::pool);
    }

    static Uni<Optional<Withdrawal>> withdrawal(SqlClient client, LotId lot) {
        return Sql.first(Sql.query(client, "SELECT * FROM withdrawal WHERE lot = $1", lot), PoolRows::withdrawal);
    }

    /** What is known for a statement; nothing for one that is not about a pool. */
    public static Uni<KnownPools> known(SqlClient client, Body body) {
        Optional<LotId> named = poolOf(body);
        if (named.isEmpty()) {
            return Uni.createFrom().item(KnownPools.NONE);
        }
        return find(client, named.get())
                .chain(pool -> closed(client, named.get(), periodsOf(body))
                        .chain(closed -> withdrawalOf(client, body)
                                .map(withdrawal -> new KnownPools(pool, closed, withdrawal))));
    }

    /** Lots that a statement about a pool names without spending them. */
    public static Set<LotId> namedBy(Body body) {
        if (body instanceof CreditClaimed credit) {
            return Set.of(credit.credited().of().lot());
        }
        return body instanceof PoolAdjusted adjusted
                ? adjusted.assay().map(late -> Set.of(late.lot())).orElse(Set.of())
                : Set.of();
    }

    private static Uni<Set<String>> closed(SqlClient client, LotId pool, List<String> periods) {
        return Sql.query(
                        client,
                        "SELECT period FROM pool_period WHERE pool = $1 AND period = ANY($2)"
                                + " AND closed_index IS NOT NULL",
                        pool,
                        periods.toArray(String[]::new))
                .map(rows -> {
                    Set<String> closed = new HashSet<>();
                    rows.forEach(row -> closed.add(row.getString("period")));
                    return closed;
                });
    }

    private static Uni<Optional<Withdrawal>> withdrawalOf(SqlClient client, Body body) {
        return body instanceof CreditClaimed credit
                ? withdrawal(client, credit.credited().of().lot())
                : Uni.createFrom().item(Optional.empty());
    }

    private static Optional<LotId> poolOf(Body body) {
        if (body instanceof PoolRun run) {
            return Optional.of(run.before().pool());
        } else if (body instanceof PoolCounted counted) {
            return Optional.of(counted.before().pool());
        } else if (body instanceof PoolAdjusted adjusted) {
            return Optional.of(adjusted.before().pool());
        } else if (body instanceof PoolPeriodClosed closed) {
            return Optional.of(closed.pool());
        } else if (body instanceof CreditClaimed credit) {
            return Optional.of(credit.before().pool());
        }
        return Optional.empty();
    }

    private static List<String> periodsOf(Body body) {
        if (body instanceof PoolPeriodClosed closed) {
            return List.of(closed.period(), closed.next());
        }
        return body instanceof PoolAdjusted adjusted ? List.of(adjusted.frozen()) : List.of();
    }

    private static Pool pool(Row row) {
        return new Pool(
                Sql.lot(row, "pool"),
                new FacilityId(new Uuid7(row.getUUID("facility"))),
                row.getString("period"),
                Sql.instant(row, "since"),
                Sql.instant(row, "latest"),
                Sql.vector(row, "claimed"));
    }

    private static Withdrawal withdrawal(Row row) {
        return new Withdrawal(
                Sql.lot(row, "lot"),
                Sql.lot(row, "pool"),
                CustodyModel.parse(row.getString("custody_model")),
                StatedElements.read(Members.of(Sql.json(row, CREDITED)), CREDITED)
                        .orElseThrow());
    }
}

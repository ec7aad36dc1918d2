package io.lodestone.lots.pool.store;

import io.lodestone.evidence.acceptance.Pool;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.MeasuredElement;
import io.lodestone.evidence.statement.PoolAdjusted;
import io.lodestone.evidence.statement.PoolCounted;
import io.lodestone.evidence.statement.PoolPeriodClosed;
import io.lodestone.lots.pool.SheetLine;
import io.lodestone.lots.pool.SheetLine.Column;
import io.lodestone.lots.sql.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/** Periods and their sheets. Only the open period of a pool is ever written to. */
final class SheetWrites {

    private static final String OPEN =
            "INSERT INTO pool_period (pool, period, opened_index, opened_at) VALUES ($1, $2, $3, $4)";
    private static final String CLOSE = "UPDATE pool_period SET closed_index = $3, closed_at = $4"
            + " WHERE pool = $1 AND period = $2 AND closed_index IS NULL";
    private static final String STOCK = "SELECT remaining FROM lot_vector WHERE lot = $1";
    private static final String ADD = "INSERT INTO pool_sheet (pool, period, element, profile, opening_ug, receipts_ug,"
            + " withdrawals_ug, losses_ug, counted_ug, adjusted_ug) VALUES ($1, $2, $3, $4, $5::text::numeric,"
            + " $6::text::numeric, $7::text::numeric, $8::text::numeric, $9::text::numeric, $10::text::numeric)"
            + " ON CONFLICT (pool, period, element, profile) DO UPDATE SET"
            + " opening_ug = pool_sheet.opening_ug + excluded.opening_ug,"
            + " receipts_ug = pool_sheet.receipts_ug + excluded.receipts_ug,"
            + " withdrawals_ug = pool_sheet.withdrawals_ug + excluded.withdrawals_ug,"
            + " losses_ug = pool_sheet.losses_ug + excluded.losses_ug,"
            + " counted_ug = pool_sheet.counted_ug + excluded.counted_ug,"
            + " adjusted_ug = pool_sheet.adjusted_ug + excluded.adjusted_ug";
    private static final String COUNT = "INSERT INTO pool_count (log_index, pool, period, element, book_ug,"
            + " counted_ug, uncertainty_ug) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    private static final String ADJUSTMENT =
            "INSERT INTO pool_adjustment (log_index, pool, period, frozen, assay) VALUES ($1, $2, $3, $4, $5)";

    private SheetWrites() {}

    static Uni<Void> open(SqlClient client, Pool pool, long index, List<SheetLine> opening) {
        return Sql.query(client, OPEN, pool.pool(), pool.period(), index, pool.since())
                .chain(() -> add(client, pool, opening));
    }

    static Uni<Void> close(SqlClient client, PoolPeriodClosed body, long index) {
        return Sql.query(
                        client,
                        CLOSE,
                        body.pool(),
                        body.period(),
                        index,
                        body.happened().toInstant())
                .replaceWithVoid();
    }

    /** What the pool holds now; its lot was booked before. */
    static Uni<OriginVector> stock(SqlClient client, LotId pool) {
        return Sql.query(client, STOCK, pool)
                .map(rows -> Sql.vector(rows.iterator().next(), "remaining"));
    }

    static Uni<Void> add(SqlClient client, Pool pool, List<SheetLine> lines) {
        List<Tuple> rows = lines.stream()
                .map(line -> Sql.tuple(
                        pool.pool(),
                        pool.period(),
                        line.element(),
                        line.profile().map(profile -> profile.bytes()).orElse(new byte[0]),
                        line.of(Column.OPENING).toString(),
                        line.of(Column.RECEIPTS).toString(),
                        line.of(Column.WITHDRAWALS).toString(),
                        line.of(Column.LOSSES).toString(),
                        line.of(Column.COUNTED).toString(),
                        line.of(Column.ADJUSTED).toString()))
                .toList();
        return Sql.batch(client, ADD, rows);
    }

    static Uni<Void> count(SqlClient client, Pool pool, PoolCounted body, long index) {
        List<Tuple> rows = new ArrayList<>();
        for (MeasuredElement found : body.counted()) {
            rows.add(Sql.tuple(
                    index,
                    pool.pool(),
                    pool.period(),
                    found.element().symbol(),
                    body.before().vector().of(found.element()),
                    found.mass(),
                    found.uncertainty()));
        }
        return Sql.batch(client, COUNT, rows);
    }

    static Uni<Void> adjustment(SqlClient client, Pool pool, PoolAdjusted body, long index) {
        return Sql.query(
                        client,
                        ADJUSTMENT,
                        index,
                        pool.pool(),
                        pool.period(),
                        body.frozen(),
                        body.assay().map(PoolAdjusted.LateAssay::assay))
                .replaceWithVoid();
    }
}

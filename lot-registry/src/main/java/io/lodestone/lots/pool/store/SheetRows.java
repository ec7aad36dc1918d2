package io.lodestone.lots.pool.store;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.lots.pool.PoolPeriod;
import io.lodestone.lots.pool.PoolSheet.Adjustment;
import io.lodestone.lots.pool.PoolSheet.Count;
import io.lodestone.lots.pool.SheetLine;
import io.lodestone.lots.pool.SheetLine.Column;
import io.lodestone.lots.sql.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Periods and their sheets, as they stand. */
@Singleton
public class SheetRows {

    /** A pool that closes a period a day shows the last three months of them. */
    private static final int MAX_PERIODS = 100;

    private static final String PERIOD = "SELECT * FROM pool_period WHERE pool = $1 AND period = $2";
    private static final String PERIODS =
            "SELECT * FROM pool_period WHERE pool = $1 ORDER BY opened_index DESC LIMIT " + MAX_PERIODS;
    private static final String LINES = "SELECT element, profile, opening_ug::text, receipts_ug::text,"
            + " withdrawals_ug::text, losses_ug::text, counted_ug::text, adjusted_ug::text FROM pool_sheet"
            + " WHERE pool = $1 AND period = $2 ORDER BY element COLLATE \"C\", profile";
    private static final String COUNTS =
            "SELECT * FROM pool_count WHERE pool = $1 AND period = $2" + " ORDER BY log_index, element COLLATE \"C\"";
    private static final String ADJUSTMENTS =
            "SELECT * FROM pool_adjustment WHERE pool = $1 AND period = $2 ORDER BY log_index";

    private final Pool pool;

    @Inject
    SheetRows(Pool pool) {
        this.pool = pool;
    }

    public Uni<Optional<PoolPeriod>> period(LotId of, String name) {
        return Sql.first(Sql.query(pool, PERIOD, of, name), SheetRows::period);
    }

    /** The latest first, the open one among them. */
    public Uni<List<PoolPeriod>> periods(LotId of) {
        return Sql.list(Sql.query(pool, PERIODS, of), SheetRows::period);
    }

    public Uni<List<SheetLine>> lines(LotId of, String period) {
        return Sql.list(Sql.query(pool, LINES, of, period), SheetRows::line);
    }

    public Uni<List<Count>> counts(LotId of, String period) {
        return Sql.list(
                Sql.query(pool, COUNTS, of, period),
                row -> new Count(
                        row.getLong("log_index"),
                        row.getString("element"),
                        Sql.mass(row, "book_ug"),
                        Sql.mass(row, "counted_ug"),
                        Sql.mass(row, "uncertainty_ug")));
    }

    public Uni<List<Adjustment>> adjustments(LotId of, String period) {
        return Sql.list(
                Sql.query(pool, ADJUSTMENTS, of, period),
                row -> new Adjustment(
                        row.getLong("log_index"),
                        row.getString("frozen"),
                        Optional.ofNullable(row.getUUID("assay")).map(Object::toString)));
    }

    private static PoolPeriod period(Row row) {
        Optional<PoolPeriod.End> closed = Optional.ofNullable(row.getLong("closed_index"))
                .map(index -> new PoolPeriod.End(index, Sql.instant(row, "closed_at")));
        return new PoolPeriod(
                row.getString("period"), row.getLong("opened_index"), Sql.instant(row, "opened_at"), closed);
    }

    private static SheetLine line(Row row) {
        byte[] profile = Sql.bytes(row, "profile");
        return new SheetLine(
                row.getString("element"),
                profile.length == 0 ? Optional.empty() : Optional.of(Digest.of(profile)),
                Map.of(
                        Column.OPENING, number(row, "opening_ug"),
                        Column.RECEIPTS, number(row, "receipts_ug"),
                        Column.WITHDRAWALS, number(row, "withdrawals_ug"),
                        Column.LOSSES, number(row, "losses_ug"),
                        Column.COUNTED, number(row, "counted_ug"),
                        Column.ADJUSTED, number(row, "adjusted_ug")));
    }

    private static BigInteger number(Row row, String column) {
        return new BigInteger(row.getString(column));
    }
}

package io.lodestone.custody.sweep.store;

import io.lodestone.custody.sql.Columns;
import io.lodestone.custody.sql.Rows;
import io.lodestone.custody.sweep.Finding;
import io.lodestone.custody.sweep.Position;
import io.lodestone.custody.sweep.Sweep;
import io.lodestone.custody.sweep.Sweep.Ended;
import io.lodestone.custody.sweep.SweepId;
import io.lodestone.custody.sweep.app.SweepStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Sweeps in their table. The row lock of the running one says which instance works at it. */
@Singleton
public class PgSweeps implements SweepStore {

    private static final String SELECT =
            "SELECT sweep, started, size, next_index, subtrees, previous, last_time, found,"
                    + " finished, report FROM sweep";
    private static final String RUNNING = SELECT + " WHERE finished IS NULL";
    private static final String BEGIN = "INSERT INTO sweep (sweep, started, size, next_index, subtrees, found)"
            + " VALUES ($1, $2, $3, 0, ''::bytea, 0) ON CONFLICT DO NOTHING";
    private static final String FINDINGS = "SELECT found_in, found_at, log_index, message FROM sweep_finding"
            + " WHERE sweep = $1 ORDER BY number LIMIT $2";

    private final Pool pool;

    @Inject
    PgSweeps(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Sweep> begin(Sweep sweep) {
        return pool.preparedQuery(BEGIN)
                .execute(Tuple.of(sweep.id().value().value(), Columns.utc(sweep.started()), sweep.size()))
                .chain(inserted -> inserted.rowCount() == 1
                        ? Uni.createFrom().item(sweep)
                        // Where the other one has ended since, this one was not needed.
                        : running().map(found -> found.orElse(sweep)));
    }

    private Uni<Optional<Sweep>> running() {
        return pool.query(RUNNING).execute().map(rows -> read(rows).stream().findFirst());
    }

    @Override
    public Uni<Optional<Sweep>> find(SweepId id) {
        return pool.preparedQuery(SELECT + " WHERE sweep = $1")
                .execute(Tuple.of(id.value().value()))
                .map(rows -> read(rows).stream().findFirst());
    }

    @Override
    public Uni<List<Sweep>> latest(int limit) {
        return pool.preparedQuery(SELECT + " ORDER BY started DESC, sweep DESC LIMIT $1")
                .execute(Tuple.of(limit))
                .map(PgSweeps::read);
    }

    @Override
    public Uni<List<Finding>> findings(SweepId id, int limit) {
        return findings(pool, id, limit);
    }

    static Uni<List<Finding>> findings(SqlClient db, SweepId id, int limit) {
        return db.preparedQuery(FINDINGS)
                .execute(Tuple.of(id.value().value(), limit))
                .map(rows -> {
                    List<Finding> findings = new ArrayList<>();
                    rows.forEach(row -> findings.add(new Finding(
                            row.getString("found_in"),
                            row.getString("found_at"),
                            Optional.ofNullable(row.getLong("log_index")),
                            row.getString("message"))));
                    return findings;
                });
    }

    @Override
    public <T> Uni<Optional<T>> work(Function<Session, Uni<T>> work) {
        return pool.withTransaction(db -> db.query(RUNNING + " FOR UPDATE SKIP LOCKED")
                .execute()
                .chain(rows -> read(rows).stream()
                        .findFirst()
                        .map(sweep -> work.apply(new PgSweepSession(db, sweep)).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty()))));
    }

    private static List<Sweep> read(RowSet<Row> rows) {
        List<Sweep> sweeps = new ArrayList<>();
        rows.forEach(row -> sweeps.add(new Sweep(
                new SweepId(Rows.uuid(row, "sweep")),
                Rows.time(row, "started"),
                row.getLong("size"),
                new Position(
                        row.getLong("next_index"),
                        Rows.bytes(row, "subtrees"),
                        Raw.optionalDigest(row, "previous"),
                        Rows.optionalTime(row, "last_time")),
                row.getLong("found"),
                Rows.optionalTime(row, "finished").map(at -> new Ended(at, row.getString("report"))))));
        return sweeps;
    }
}

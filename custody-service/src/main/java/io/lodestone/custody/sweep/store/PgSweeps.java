package io.lodestone.custody.sweep.store;

import io.lodestone.custody.sql.Columns;
import io.lodestone.custody.sql.Replays;
import io.lodestone.custody.sql.Rows;
import io.lodestone.custody.sweep.Finding;
import io.lodestone.custody.sweep.Position;
import io.lodestone.custody.sweep.ReplayFault;
import io.lodestone.custody.sweep.Sweep;
import io.lodestone.custody.sweep.Sweep.Ended;
import io.lodestone.custody.sweep.Sweep.Replayed;
import io.lodestone.custody.sweep.SweepId;
import io.lodestone.custody.sweep.app.SweepStore;
import io.lodestone.evidence.statement.PartyId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Sweeps in their table. The row lock of the running one says which instance works at it. */
@Singleton
public class PgSweeps implements SweepStore {

    private static final String SELECT =
            "SELECT sweep, started, size, next_index, subtrees, previous, last_time, found,"
                    + " finished, report, replayed, compared, (SELECT d.log_index FROM decision d"
                    + " WHERE d.id = sweep.sweep AND d.actor = (SELECT p.party FROM party p ORDER BY p.log_index LIMIT 1))"
                    + " AS logged FROM sweep";
    private static final String RUNNING = SELECT + " WHERE finished IS NULL";
    private static final String BEGIN = "INSERT INTO sweep (sweep, started, size, next_index, subtrees, found)"
            + " VALUES ($1, $2, $3, 0, ''::bytea, 0) ON CONFLICT DO NOTHING";
    private static final String FINDINGS = "SELECT found_in, found_at, row_key, log_index, message FROM sweep_finding"
            + " WHERE sweep = $1 ORDER BY number LIMIT $2";
    private static final String REGISTRAR = "SELECT party FROM party ORDER BY log_index LIMIT 1";
    private static final String LAST_BEGUN = "SELECT coalesce((SELECT max(started) FROM sweep),"
            + " (SELECT time FROM entry WHERE log_index = 0)) AS begun";
    private static final String ENTRIES = "SELECT coalesce(max(log_index) + 1, 0) AS entries FROM entry";

    private static final String ONE_MOMENT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ";

    /** What the schemas are called by the migrations. */
    private static final String LEDGER = "public";

    private static final String REPLAY = "replay";

    /** Values out of bounds, broken constraints, and columns that are gone or of another type. */
    private static final Pattern OF_THE_DATA = Pattern.compile("2[23]...|42703|42804|42883");

    private final Pool pool;
    private final Replays replays;

    @Inject
    PgSweeps(Pool pool, Replays replays) {
        this.pool = pool;
        this.replays = replays;
    }

    @Override
    public Uni<Optional<PartyId>> registrar() {
        return pool.query(REGISTRAR).execute().map(rows -> {
            for (Row row : rows) {
                return Optional.of(Rows.party(row, "party"));
            }
            return Optional.empty();
        });
    }

    @Override
    public Uni<Long> entries() {
        return pool.query(ENTRIES).execute().map(rows -> rows.iterator().next().getLong("entries"));
    }

    @Override
    public Uni<Optional<Instant>> lastBegun() {
        return pool.query(LAST_BEGUN)
                .execute()
                .map(rows -> Rows.optionalTime(rows.iterator().next(), "begun"));
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
                            Optional.ofNullable(row.getString("row_key")),
                            Optional.ofNullable(row.getLong("log_index")),
                            row.getString("message"))));
                    return findings;
                });
    }

    @Override
    public <T> Uni<Optional<T>> work(Function<Session, Uni<T>> work) {
        return pool.withTransaction(db -> work(db, work));
    }

    @Override
    public <T> Uni<Optional<T>> moment(Function<Session, Uni<T>> work) {
        return pool.withTransaction(db -> db.query(ONE_MOMENT).execute().chain(() -> work(db, work)))
                .onFailure(PgSweeps::isOfTheData)
                .transform(ReplayFault::new);
    }

    private <T> Uni<Optional<T>> work(SqlConnection db, Function<Session, Uni<T>> work) {
        return db.query(RUNNING + " FOR UPDATE SKIP LOCKED")
                .execute()
                .chain(rows -> read(rows).stream()
                        .findFirst()
                        .map(sweep -> work.apply(
                                        new PgSweepSession(db, sweep, new PgProjections(db, replays, LEDGER, REPLAY)))
                                .map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private static boolean isOfTheData(Throwable failure) {
        return failure instanceof IllegalArgumentException
                || failure instanceof PgException sql
                        && OF_THE_DATA
                                .matcher(String.valueOf(sql.getSqlState()))
                                .matches();
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
                new Replayed(row.getLong("replayed"), row.getBoolean("compared")),
                row.getLong("found"),
                Rows.optionalTime(row, "finished")
                        .map(at ->
                                new Ended(at, row.getString("report"), Optional.ofNullable(row.getLong("logged")))))));
        return sweeps;
    }
}

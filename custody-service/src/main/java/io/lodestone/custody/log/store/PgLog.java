package io.lodestone.custody.log.store;

import io.lodestone.custody.log.HeadCheck.StoredEntry;
import io.lodestone.custody.log.Published;
import io.lodestone.custody.log.TileMap.Place;
import io.lodestone.custody.log.app.LogStore;
import io.lodestone.custody.sql.Rows;
import io.lodestone.evidence.merkle.TreeSize;
import io.lodestone.evidence.statement.Entry;
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

/** The log's tables. */
@Singleton
public class PgLog implements LogStore {

    static final String PUBLISHED = "SELECT size, root, checkpoint FROM publication";
    private static final String LAG = "SELECT (SELECT size FROM log_head) AS sequenced, size FROM publication";
    private static final String ONE_MOMENT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY";
    static final String ENTRY = "SELECT log_index, time, leaf_hash, bytes FROM entry";

    private static final String CHECKPOINT = "SELECT c.checkpoint || coalesce((SELECT"
            + " string_agg(s.line || E'\\n', '' ORDER BY s.witness) FROM cosignature s WHERE s.size = c.size), '')"
            + " AS checkpoint FROM published_checkpoint c WHERE c.size = $1";
    private static final String TILE = "SELECT hashes FROM tile WHERE level = $1 AND tile_index = $2";
    private static final String ENTRIES =
            "SELECT bytes FROM entry WHERE log_index >= $1 AND log_index < $2 ORDER BY log_index";

    private final Pool pool;

    @Inject
    public PgLog(Pool pool) {
        this.pool = pool;
    }

    @Override
    public <T> Uni<T> transaction(Function<Session, Uni<T>> work) {
        return pool.withTransaction(db -> work.apply(new PgLogSession(db)));
    }

    @Override
    public <T> Uni<T> moment(Function<Session, Uni<T>> work) {
        return pool.withTransaction(db -> db.query(ONE_MOMENT).execute().chain(() -> work.apply(new PgLogSession(db))));
    }

    @Override
    public Uni<Optional<Published>> published() {
        return pool.query(PUBLISHED).execute().map(rows -> first(rows).map(PgLog::published));
    }

    @Override
    public Uni<Lag> lag() {
        return pool.query(LAG)
                .execute()
                .map(rows -> first(rows)
                        .map(row -> new Lag(row.getLong("sequenced"), row.getLong("size")))
                        .orElse(new Lag(0, 0)));
    }

    @Override
    public Uni<Optional<StoredEntry>> entry(long index) {
        return entry(pool, index);
    }

    @Override
    public Uni<Optional<String>> checkpointOf(TreeSize size) {
        return pool.preparedQuery(CHECKPOINT)
                .execute(Tuple.of(size.value()))
                .map(rows -> first(rows).map(row -> row.getString("checkpoint")));
    }

    @Override
    public Uni<Optional<byte[]>> tile(Place place) {
        return pool.preparedQuery(TILE)
                .execute(Tuple.of((short) place.level(), place.index()))
                .map(rows -> first(rows).map(row -> Rows.bytes(row, "hashes")));
    }

    @Override
    public Uni<List<byte[]>> entries(long from, int count) {
        return pool.preparedQuery(ENTRIES).execute(Tuple.of(from, from + count)).map(rows -> {
            List<byte[]> entries = new ArrayList<>(rows.rowCount());
            rows.forEach(row -> entries.add(Rows.bytes(row, "bytes")));
            return entries;
        });
    }

    static Uni<Optional<StoredEntry>> entry(SqlClient db, long index) {
        return db.preparedQuery(ENTRY + " WHERE log_index = $1")
                .execute(Tuple.of(index))
                .map(rows -> entries(rows).stream().findFirst());
    }

    static Published published(Row row) {
        return new Published(
                new TreeSize(row.getLong("size")),
                Rows.digest(row, "root"),
                Optional.ofNullable(row.getString("checkpoint")));
    }

    static Optional<Row> first(RowSet<Row> rows) {
        for (Row row : rows) {
            return Optional.of(row);
        }
        return Optional.empty();
    }

    static List<StoredEntry> entries(RowSet<Row> rows) {
        List<StoredEntry> entries = new ArrayList<>();
        for (Row row : rows) {
            entries.add(new StoredEntry(
                    row.getLong("log_index"),
                    Rows.time(row, "time"),
                    Rows.digest(row, "leaf_hash"),
                    Entry.parse(Rows.bytes(row, "bytes"))));
        }
        return entries;
    }
}

package io.lodestone.custody.log.store;

import io.lodestone.custody.log.HeadCheck.StoredEntry;
import io.lodestone.custody.log.NextPublication;
import io.lodestone.custody.log.Published;
import io.lodestone.custody.log.TileMap;
import io.lodestone.custody.log.TileMap.Place;
import io.lodestone.custody.log.TileNeeds;
import io.lodestone.custody.log.app.LogStore.Session;
import io.lodestone.custody.sql.Columns;
import io.lodestone.custody.sql.Rows;
import io.lodestone.custody.statement.Head;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.merkle.TileRow;
import io.lodestone.evidence.merkle.TreeSize;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The log's tables within one transaction. */
final class PgLogSession implements Session {

    private static final String HEAD =
            "SELECT origin, size, last_leaf, last_time FROM log_head WHERE last_leaf IS NOT NULL";
    private static final String LEAVES =
            "SELECT leaf_hash FROM entry WHERE log_index >= $1 AND log_index < $2 ORDER BY log_index";
    private static final String TILES = "SELECT t.level, t.tile_index, t.hashes"
            + " FROM unnest($1::bigint[], $2::bigint[]) AS k(level, tile_index)"
            + " JOIN tile t ON t.level = k.level AND t.tile_index = k.tile_index";
    private static final String STORE_TILES = "INSERT INTO tile (level, tile_index, hashes)"
            + " SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::bytea[])"
            + " ON CONFLICT (level, tile_index) DO UPDATE SET hashes = excluded.hashes";
    private static final String PUBLISH = "UPDATE publication SET size = $1, root = $2, checkpoint = $3";

    private static final String KEEP = "INSERT INTO published_checkpoint (size, checkpoint) VALUES ($1, $2)";

    private final SqlConnection db;

    PgLogSession(SqlConnection db) {
        this.db = db;
    }

    @Override
    public Uni<Optional<Head>> head() {
        return db.query(HEAD).execute().map(rows -> PgLog.first(rows).map(PgLogSession::head));
    }

    private static Head head(Row row) {
        return new Head(
                row.getString("origin"),
                row.getLong("size"),
                Rows.digest(row, "last_leaf"),
                Rows.time(row, "last_time"));
    }

    @Override
    public Uni<Optional<Published>> published() {
        return db.query(PgLog.PUBLISHED).execute().map(rows -> PgLog.first(rows).map(PgLog::published));
    }

    @Override
    public Uni<List<StoredEntry>> tail(int max) {
        return db.preparedQuery(PgLog.ENTRY + " ORDER BY log_index DESC LIMIT $1")
                .execute(Tuple.of(max))
                .map(PgLog::entries);
    }

    @Override
    public Uni<Optional<StoredEntry>> entry(long index) {
        return PgLog.entry(db, index);
    }

    @Override
    public Uni<Published> lockPublished() {
        return db.query(PgLog.PUBLISHED + " FOR UPDATE")
                .execute()
                .map(rows -> PgLog.first(rows)
                        .map(PgLog::published)
                        .orElseThrow(() -> new IllegalStateException("the log has no publication row")));
    }

    @Override
    public Uni<List<Digest>> leaves(TreeSize from, TreeSize to) {
        return db.preparedQuery(LEAVES)
                .execute(Tuple.of(from.value(), to.value()))
                .map(rows -> {
                    List<Digest> leaves = new ArrayList<>(rows.rowCount());
                    rows.forEach(row -> leaves.add(Rows.digest(row, "leaf_hash")));
                    return leaves;
                });
    }

    @Override
    public Uni<TileMap> tiles(TileNeeds needs) {
        Columns<Place> columns = Columns.of(needs.places()).number(Place::level).number(Place::index);
        return db.preparedQuery(TILES).execute(columns.tuple()).map(rows -> {
            Map<Place, byte[]> found = new HashMap<>();
            for (Row row : rows) {
                found.put(new Place(row.getInteger("level"), row.getLong("tile_index")), Rows.bytes(row, "hashes"));
            }
            return new TileMap(found);
        });
    }

    @Override
    public Uni<Void> publish(NextPublication next, String checkpoint) {
        Columns<TileRow> tiles = Columns.of(next.growth().tiles())
                .number(row -> row.tile().level())
                .number(row -> row.tile().index())
                .bytes(TileRow::bytes);
        Tuple row = Tuple.of(
                next.growth().size().value(), Buffer.buffer(next.growth().root().bytes()), checkpoint);
        return db.preparedQuery(STORE_TILES)
                .execute(tiles.tuple())
                .chain(() -> db.preparedQuery(PUBLISH).execute(row))
                .chain(() -> db.preparedQuery(KEEP)
                        .execute(Tuple.of(next.growth().size().value(), checkpoint)))
                .replaceWithVoid();
    }
}

package io.lodestone.custody.sweep.store;

import io.lodestone.custody.log.TileMap;
import io.lodestone.custody.log.TileMap.Place;
import io.lodestone.custody.log.TileNeeds;
import io.lodestone.custody.sql.Columns;
import io.lodestone.custody.sweep.LogEnd;
import io.lodestone.custody.sweep.LogEnd.EdgeTile;
import io.lodestone.custody.sweep.LogEnd.HeadRow;
import io.lodestone.custody.sweep.LogEnd.PublicationRow;
import io.lodestone.custody.sweep.LogEnd.Stray;
import io.lodestone.custody.sweep.StoredRows;
import io.lodestone.custody.sweep.app.LogReader;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.merkle.TreeSize;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The log's tables as the sweep reads them: by ranges of the index, which is every table's key. */
public final class PgLogReader implements LogReader {

    private static final long MAX_BYTES = 8 << 20;
    private static final String FITTING =
            "SELECT count(*) AS fitting FROM (SELECT sum(octet_length(s.bytes) + coalesce("
                    + "(SELECT sum(octet_length(a.bytes)) FROM annex a WHERE a.log_index = s.log_index), 0))"
                    + " OVER (ORDER BY s.log_index) AS total FROM statement s WHERE s.log_index >= $1 AND s.log_index < $2) t"
                    + " WHERE total <= " + MAX_BYTES;
    private static final String HOLD = "SELECT size FROM publication FOR UPDATE";
    private static final String HEAD = "SELECT h.origin, h.size, h.last_leaf, h.last_time, e.leaf_hash, e.time,"
            + " (SELECT max(log_index) FROM entry) AS last_index"
            + " FROM log_head h LEFT JOIN entry e ON e.log_index = h.size - 1";
    private static final String PUBLISHED = "SELECT size, root, checkpoint FROM publication";
    private static final String TILES = "SELECT t.level, t.tile_index, t.hashes"
            + " FROM unnest($1::bigint[], $2::bigint[]) AS k(level, tile_index)"
            + " JOIN tile t ON t.level = k.level AND t.tile_index = k.tile_index";
    private static final String BEYOND = "SELECT level, tile_index, octet_length(hashes) AS bytes FROM tile"
            + " WHERE tile_index >= CASE WHEN level < 7 THEN $1::bigint >> (8 * (level + 1)) ELSE 0 END LIMIT 100";
    private static final int MOST_AT_ONCE = 32_768;
    private static final String LEAVES =
            "SELECT leaf_hash FROM entry WHERE log_index >= $1 AND log_index < $2 ORDER BY log_index";
    private static final String STRAYS = "SELECT 'published_checkpoint' AS found_in, 'size' AS found_at"
            + " FROM publication p WHERE coalesce((SELECT max(size) FROM published_checkpoint), 0) <> p.size"
            + Stream.of("statement", "annex", "acceptance_record", "decision")
                    .map(table -> " UNION ALL SELECT '" + table + "', 'log_index' WHERE (SELECT min(log_index) FROM "
                            + table + ") < 1 OR (SELECT max(log_index) FROM " + table
                            + ") > (SELECT max(log_index) FROM entry)")
                    .collect(Collectors.joining());

    private final SqlClient db;

    public PgLogReader(SqlClient db) {
        this.db = db;
    }

    @Override
    public Uni<Long> until(long from, long most) {
        return db.preparedQuery(FITTING)
                .execute(Tuple.of(from, most))
                .map(rows -> rows.iterator().next().getLong("fitting"))
                .map(fitting -> Math.min(most, from + Math.max(1, fitting)));
    }

    @Override
    public Uni<StoredRows> rows(long from, long until) {
        // What is published is asked for before the tiles, which somebody may publish more of meanwhile.
        return published()
                .map(published -> published.map(it -> it.size().value()).orElse(0L))
                .chain(covered -> StoredRowQueries.load(db, from, until)
                        .chain(rows -> tiles(new TileNeeds().leaf(from).leaf(until - 1))
                                .map(tiles -> rows.over(tiles, covered))));
    }

    @Override
    public Uni<Void> hold() {
        return db.query(HOLD).execute().replaceWithVoid();
    }

    @Override
    public Uni<LogEnd> end(Collection<TreeSize> sizes, TreeSize outside) {
        return published().chain(published -> {
            TreeSize size = published.map(PublicationRow::size).orElse(TreeSize.ZERO);
            return Uni.combine()
                    .all()
                    .unis(
                            head(),
                            tiles(edges(sizes, size)),
                            beyond(size.value()),
                            leaves(size.value(), outside.value()),
                            strays())
                    .with((head, tiles, beyond, unpublished, strays) ->
                            new LogEnd(head, published, tiles, beyond, unpublished, strays));
        });
    }

    /** None where they are more than are ever published at once, for then they are not merely unpublished yet. */
    private Uni<List<Digest>> leaves(long from, long until) {
        return until <= from || until - from > MOST_AT_ONCE
                ? Uni.createFrom().item(List.of())
                : db.preparedQuery(LEAVES).execute(Tuple.of(from, until)).map(rows -> {
                    List<Digest> leaves = new ArrayList<>();
                    rows.forEach(row -> leaves.add(Raw.digest(row, "leaf_hash")));
                    return leaves;
                });
    }

    private Uni<List<Stray>> strays() {
        return db.query(STRAYS).execute().map(rows -> {
            List<Stray> strays = new ArrayList<>();
            rows.forEach(row -> strays.add(new Stray(row.getString("found_in"), row.getString("found_at"))));
            return strays;
        });
    }

    private static TileNeeds edges(Collection<TreeSize> sizes, TreeSize published) {
        TileNeeds needs = new TileNeeds().edgeOf(published);
        for (TreeSize size : sizes) {
            needs = needs.edgeOf(size);
        }
        return needs;
    }

    private Uni<Optional<PublicationRow>> published() {
        return db.query(PUBLISHED)
                .execute()
                .map(rows -> first(rows)
                        .map(row -> new PublicationRow(
                                new TreeSize(Math.max(0, Raw.number(row, "size"))),
                                Raw.digest(row, "root"),
                                Optional.ofNullable(row.getString("checkpoint")))));
    }

    private Uni<Optional<HeadRow>> head() {
        return db.query(HEAD)
                .execute()
                .map(rows -> first(rows)
                        .map(row -> new HeadRow(
                                String.valueOf(row.getString("origin")),
                                Raw.number(row, "size"),
                                Raw.optionalDigest(row, "last_leaf"),
                                Raw.optionalTime(row, "last_time"),
                                Raw.optionalDigest(row, "leaf_hash"),
                                Raw.optionalTime(row, "time"),
                                Raw.number(row, "last_index"))));
    }

    private Uni<TileMap> tiles(TileNeeds needs) {
        Columns<Place> columns = Columns.of(needs.places()).number(Place::level).number(Place::index);
        return db.preparedQuery(TILES).execute(columns.tuple()).map(rows -> {
            Map<Place, byte[]> found = new HashMap<>();
            for (Row row : rows) {
                found.put(new Place(row.getInteger("level"), row.getLong("tile_index")), Raw.bytes(row, "hashes"));
            }
            return new TileMap(found);
        });
    }

    private Uni<List<EdgeTile>> beyond(long size) {
        return db.preparedQuery(BEYOND).execute(Tuple.of(size)).map(rows -> {
            List<EdgeTile> tiles = new ArrayList<>();
            rows.forEach(row -> tiles.add(
                    new EdgeTile(row.getInteger("level"), row.getLong("tile_index"), row.getInteger("bytes"))));
            return tiles;
        });
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        for (Row row : rows) {
            return Optional.of(row);
        }
        return Optional.empty();
    }
}

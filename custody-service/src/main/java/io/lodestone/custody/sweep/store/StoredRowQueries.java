package io.lodestone.custody.sweep.store;

import io.lodestone.custody.log.TileMap;
import io.lodestone.custody.sweep.StoredRows;
import io.lodestone.custody.sweep.StoredRows.AnnexRow;
import io.lodestone.custody.sweep.StoredRows.DecisionRow;
import io.lodestone.custody.sweep.StoredRows.EntryRow;
import io.lodestone.custody.sweep.StoredRows.RecordRow;
import io.lodestone.custody.sweep.StoredRows.StatementRow;
import io.lodestone.evidence.digest.Digest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The rows of the event tables for a run of entries. */
final class StoredRowQueries {

    private static final String RANGE = " WHERE log_index >= $1 AND log_index < $2";
    private static final String ENTRIES = "SELECT log_index, time, leaf_hash, bytes FROM entry" + RANGE;
    private static final String STATEMENTS = "SELECT log_index, digest, actor, id, bytes FROM statement" + RANGE;
    private static final String RECORDS = "SELECT log_index, digest, bytes FROM acceptance_record" + RANGE;
    private static final String DECISIONS = "SELECT log_index, digest, actor, id,"
            + " num_nonnulls(code, path, reason) > 0 AS refuses FROM decision" + RANGE;
    private static final String ANNEXES = "SELECT log_index, digest, bytes FROM annex" + RANGE;
    private static final String SIGNATURES =
            "SELECT log_index, convert_to(jws, 'UTF8') AS jws FROM statement_signature" + RANGE;
    private static final String NULLIFIERS =
            "SELECT nullifier, log_index FROM nullifier WHERE nullifier = ANY($1::bytea[])";
    private static final String CHECKPOINTS =
            "SELECT size, checkpoint FROM published_checkpoint WHERE size > $1 AND size <= $2";

    private StoredRowQueries() {}

    /** Without tiles. */
    static Uni<StoredRows> load(SqlClient db, long from, long until) {
        Tuple range = Tuple.of(from, until);
        return Uni.combine()
                .all()
                .unis(
                        one(db, ENTRIES, range, StoredRowQueries::entry),
                        one(db, STATEMENTS, range, StoredRowQueries::statement),
                        one(
                                db,
                                RECORDS,
                                range,
                                row -> new RecordRow(Raw.digest(row, "digest"), Raw.document(row, "bytes"))),
                        one(db, DECISIONS, range, StoredRowQueries::decision),
                        annexes(db, range),
                        one(db, SIGNATURES, range, row -> Raw.document(row, "jws")),
                        checkpoints(db, range))
                .asTuple()
                .chain(rows -> nullifiers(db, rows.getItem1().values())
                        .map(nullifiers -> new StoredRows(
                                rows.getItem1(),
                                rows.getItem2(),
                                rows.getItem3(),
                                rows.getItem4(),
                                rows.getItem5(),
                                rows.getItem6(),
                                nullifiers,
                                rows.getItem7(),
                                new TileMap(Map.of()),
                                0)));
    }

    private static Uni<Map<Long, String>> checkpoints(SqlClient db, Tuple range) {
        return db.preparedQuery(CHECKPOINTS).execute(range).map(rows -> {
            Map<Long, String> found = new HashMap<>();
            rows.forEach(row -> found.put(row.getLong("size"), String.valueOf(row.getString("checkpoint"))));
            return found;
        });
    }

    private static <T> Uni<Map<Long, T>> one(SqlClient db, String sql, Tuple range, Function<Row, T> read) {
        return db.preparedQuery(sql).execute(range).map(rows -> {
            Map<Long, T> found = new HashMap<>();
            rows.forEach(row -> found.put(row.getLong("log_index"), read.apply(row)));
            return found;
        });
    }

    private static EntryRow entry(Row row) {
        return new EntryRow(Raw.time(row, "time"), Raw.digest(row, "leaf_hash"), Raw.document(row, "bytes"));
    }

    private static StatementRow statement(Row row) {
        return new StatementRow(
                Raw.digest(row, "digest"), Raw.id(row, "actor"), Raw.id(row, "id"), Raw.document(row, "bytes"));
    }

    private static DecisionRow decision(Row row) {
        return new DecisionRow(
                Raw.digest(row, "digest"), Raw.id(row, "actor"), Raw.id(row, "id"), row.getBoolean("refuses"));
    }

    private static Uni<Map<Long, List<AnnexRow>>> annexes(SqlClient db, Tuple range) {
        return db.preparedQuery(ANNEXES).execute(range).map(rows -> {
            Map<Long, List<AnnexRow>> found = new HashMap<>();
            rows.forEach(row -> found.computeIfAbsent(row.getLong("log_index"), index -> new ArrayList<>())
                    .add(new AnnexRow(Raw.digest(row, "digest"), Raw.document(row, "bytes"))));
            return found;
        });
    }

    private static Uni<Map<Digest, Long>> nullifiers(SqlClient db, Collection<EntryRow> entries) {
        Buffer[] named = entries.stream()
                .flatMap(entry -> entry.nullifiers().stream())
                .map(nullifier -> Buffer.buffer(nullifier.bytes()))
                .toArray(Buffer[]::new);
        return db.preparedQuery(NULLIFIERS).execute(Tuple.of((Object) named)).map(rows -> {
            Map<Digest, Long> found = new HashMap<>();
            rows.forEach(row -> found.put(Raw.digest(row, "nullifier"), row.getLong("log_index")));
            return found;
        });
    }
}

package io.lodestone.custody.statement.store;

import io.lodestone.custody.sql.Columns;
import io.lodestone.custody.sql.Rows;
import io.lodestone.custody.statement.BatchResult;
import io.lodestone.custody.statement.CorrectionRows;
import io.lodestone.custody.statement.Decided;
import io.lodestone.custody.statement.Head;
import io.lodestone.custody.statement.LedgerRows;
import io.lodestone.custody.statement.Needs;
import io.lodestone.custody.statement.StatementKey;
import io.lodestone.custody.statement.Submission;
import io.lodestone.custody.statement.app.BatchStore;
import io.lodestone.evidence.merkle.MerkleTree;
import io.lodestone.evidence.statement.Entry;
import io.lodestone.evidence.statement.Statement;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sequencer's transactions. Each begins by locking the one row of {@code log_head}. */
@Singleton
public class PgBatches implements BatchStore {

    private static final String LOCK = "SELECT origin, size, last_leaf, last_time FROM log_head FOR UPDATE";
    private static final String CREATE = "INSERT INTO log_head (origin, size) VALUES ($1, 0) ON CONFLICT DO NOTHING";
    private static final String FIRST_ENTRY =
            "INSERT INTO entry (log_index, time, leaf_hash, bytes) VALUES (0, $1, $2, $3)";
    private static final String FIRST_PUBLICATION = "INSERT INTO publication (size, root) VALUES (0, $1)";
    private static final String MOVE = "UPDATE log_head SET size = $1, last_leaf = $2, last_time = $3";

    private static final Uni<Void> NOTHING = Uni.createFrom().voidItem();

    private final Pool pool;

    @Inject
    PgBatches(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Void> open(Entry genesis) {
        return pool.withTransaction(db -> db.preparedQuery(CREATE)
                .execute(Tuple.of(genesis.log()))
                .chain(() -> db.query(LOCK).execute())
                .chain(rows -> row(rows).getLong("size") > 0 ? Uni.createFrom().voidItem() : begin(db, genesis)));
    }

    private static Uni<Void> begin(SqlConnection db, Entry genesis) {
        Buffer leaf = Buffer.buffer(genesis.leafHash().bytes());
        return db.preparedQuery(FIRST_ENTRY)
                .execute(Tuple.of(Columns.utc(genesis.time()), leaf, Buffer.buffer(genesis.bytes())))
                .chain(() -> db.preparedQuery(FIRST_PUBLICATION)
                        .execute(Tuple.of(Buffer.buffer(MerkleTree.EMPTY_ROOT.bytes()))))
                .chain(() -> db.preparedQuery(MOVE).execute(Tuple.of(1L, leaf, Columns.utc(genesis.time()))))
                .replaceWithVoid();
    }

    @Override
    public Uni<BatchResult> transact(List<Submission> batch, Work work) {
        List<StatementKey> keys = batch.stream().map(Submission::key).toList();
        List<Statement> statements = batch.stream().map(Submission::statement).toList();
        Needs needs = Needs.of(batch);
        boolean alone = batch.get(0).standsAlone();
        return pool.withTransaction(db -> Uni.combine()
                .all()
                .unis(
                        lock(db).call(() -> alone ? Marking.patience(db) : NOTHING),
                        Decisions.load(db, keys),
                        LedgerQueries.load(db, needs))
                .asTuple()
                .chain(read -> (alone
                                ? corrected(db, statements, read.getItem3())
                                : Uni.createFrom().item(read.getItem3()))
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .chain(rows -> decide(db, work, read.getItem1(), rows, read.getItem2())))
                .call(result -> result.writesNothing() ? NOTHING : write(db, result)));
    }

    static Uni<LedgerRows> corrected(SqlConnection db, List<Statement> statements, LedgerRows rows) {
        return CorrectionQueries.load(db, statements).map(rows::with);
    }

    /** A replacement is decided again where it turns out, when its lots are marked, that it touches too many. */
    static Uni<BatchResult> decide(
            SqlConnection db, Work work, Head head, LedgerRows rows, Map<StatementKey, Decided> decided) {
        BatchResult result = work.decide(head, rows, decided);
        return Marking.mark(db, result).chain(marked -> {
            if (marked.isEmpty() || !(rows.corrections() instanceof CorrectionRows view)) {
                return Uni.createFrom().item(result);
            }
            BatchResult again = work.decide(head, rows.with(view.reaching(marked.get())), decided);
            return again.accepted().isEmpty()
                    ? Marking.unmark(db, result).replaceWith(again)
                    : Uni.createFrom().item(again);
        });
    }

    private static Uni<Void> write(SqlConnection db, BatchResult result) {
        List<Uni<Void>> writes = new ArrayList<>();
        BatchWrites.of(result).forEach(write -> writes.add(write.run(db)));
        if (!result.accepted().isEmpty()) {
            Head head = result.head();
            Tuple moved = Tuple.of(head.size(), Buffer.buffer(head.lastLeaf().bytes()), Columns.utc(head.lastTime()));
            writes.add(db.preparedQuery(MOVE).execute(moved).replaceWithVoid());
        }
        return InFlight.all(writes);
    }

    @Override
    public Uni<Map<StatementKey, Decided>> decided(Collection<StatementKey> keys) {
        return pool.withTransaction(db -> lock(db).chain(() -> Decisions.load(db, keys)));
    }

    private static Uni<Head> lock(SqlConnection db) {
        return db.query(LOCK).execute().map(rows -> {
            Row row = row(rows);
            return new Head(
                    row.getString("origin"),
                    row.getLong("size"),
                    Rows.digest(row, "last_leaf"),
                    Rows.time(row, "last_time"));
        });
    }

    private static Row row(RowSet<Row> rows) {
        return Optional.of(rows.iterator())
                .filter(all -> all.hasNext())
                .orElseThrow(() -> new IllegalStateException("the log has no head"))
                .next();
    }
}

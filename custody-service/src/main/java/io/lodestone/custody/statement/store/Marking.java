package io.lodestone.custody.statement.store;

import io.lodestone.custody.statement.BatchResult;
import io.lodestone.custody.statement.Sequenced;
import io.lodestone.evidence.acceptance.Effect.SettledLot;
import io.lodestone.evidence.acceptance.Effect.StatementReplaced;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Marks all that follows from a corrected statement, in one query: the lots it made, what transformations made of
 * them, and, of the lots it drew from, what was made later.
 */
final class Marking {

    /** More than is ever accepted, so that what is refused is known to be too much. */
    private static final int LIMIT = 1_000_001;

    /** A correction may take this long while everyone else waits; nothing else may. */
    private static final String PATIENCE = "SET LOCAL statement_timeout = '30s'";

    private static final String MARK = "WITH RECURSIVE reached (lot, after) AS ("
            + " SELECT lot, 0::bigint FROM lot_made WHERE log_index = $2"
            + " UNION SELECT lot, $2 FROM draw WHERE log_index = $2"
            + " UNION SELECT m.lot, 0::bigint FROM reached r"
            + " JOIN draw d ON d.lot = r.lot AND d.log_index > r.after"
            + " JOIN lot_made m ON m.log_index = d.log_index)"
            + " INSERT INTO stale_mark (correction, lot, next_draw)"
            + " SELECT $1, lot, nullif(after, 0) FROM reached LIMIT " + LIMIT;
    private static final String ROOT = "UPDATE stale_mark SET vector = $3, mass_ug = $4, owed_ug = 0,"
            + " next_draw = (SELECT min(log_index) FROM draw WHERE draw.lot = $2)"
            + " WHERE correction = $1 AND lot = $2";
    private static final String UNMARK = "DELETE FROM stale_mark WHERE correction = $1";

    private Marking() {}

    /** The replacement that a batch accepted, with its index. */
    private record Replaced(long index, StatementReplaced effect) {}

    static Uni<Void> patience(SqlConnection db) {
        return db.query(PATIENCE).execute().replaceWithVoid();
    }

    /** How many lots were marked; nothing where the batch replaces no statement. */
    static Uni<Optional<Long>> mark(SqlConnection db, BatchResult result) {
        Optional<Replaced> replaced = replaced(result);
        if (replaced.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        long index = replaced.get().index();
        StatementReplaced effect = replaced.get().effect();
        return db.preparedQuery(MARK)
                .execute(Tuple.of(index, effect.statement()))
                .map(rows -> Optional.of((long) rows.rowCount()))
                .call(() -> effect.settled()
                        .map(root -> root(db, index, root))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private static Uni<Void> root(SqlConnection db, long index, SettledLot root) {
        return db.preparedQuery(ROOT)
                .execute(Tuple.of(
                        index,
                        root.lot().value().value(),
                        Buffer.buffer(root.vector().bytes()),
                        root.mass().micrograms()))
                .replaceWithVoid();
    }

    /** Takes the marks of a batch back: it was too much. */
    static Uni<Void> unmark(SqlConnection db, BatchResult result) {
        return db.preparedQuery(UNMARK)
                .execute(Tuple.of(replaced(result).orElseThrow().index()))
                .replaceWithVoid();
    }

    private static Optional<Replaced> replaced(BatchResult result) {
        return result.accepted().stream().flatMap(Marking::effects).findFirst();
    }

    private static Stream<Replaced> effects(Sequenced accepted) {
        return accepted.effects().all(StatementReplaced.class).stream()
                .map(effect -> new Replaced(accepted.index(), effect));
    }
}

package io.lodestone.custody.sweep.store;

import io.lodestone.custody.sql.Columns;
import io.lodestone.custody.sweep.Finding;
import io.lodestone.custody.sweep.Position;
import io.lodestone.custody.sweep.Sweep;
import io.lodestone.custody.sweep.Sweep.Ended;
import io.lodestone.custody.sweep.app.LogReader;
import io.lodestone.custody.sweep.app.Projections;
import io.lodestone.custody.sweep.app.SweepStore.Session;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The running sweep within the transaction that holds its row. */
record PgSweepSession(SqlConnection db, Sweep sweep, Projections projections) implements Session {

    private static final String MOVE = "UPDATE sweep SET next_index = $2, subtrees = $3, previous = $4, last_time = $5,"
            + " found = $6, finished = $7, report = $8, replayed = $9, compared = $10 WHERE sweep = $1";
    private static final String FIND =
            "INSERT INTO sweep_finding (sweep, number, found_in, found_at, row_key, log_index, message)"
                    + " VALUES ($1, $2, $3, $4, $5, $6, $7)";

    @Override
    public LogReader log() {
        return new PgLogReader(db);
    }

    @Override
    public Uni<List<Finding>> findings() {
        return PgSweeps.findings(db, sweep.id(), Sweep.KEPT);
    }

    @Override
    public Uni<Void> write(Sweep moved, List<Finding> more) {
        return moved(moved).chain(() -> keep(more));
    }

    private Uni<Void> moved(Sweep moved) {
        Position at = moved.position();
        List<@Nullable Object> values = new ArrayList<>();
        values.add(moved.id().value().value());
        values.add(at.next());
        values.add(Buffer.buffer(at.subtrees()));
        values.add(at.previous().map(leaf -> Buffer.buffer(leaf.bytes())).orElse(null));
        values.add(at.time().map(Columns::utc).orElse(null));
        values.add(moved.found());
        values.add(moved.ended().map(ended -> Columns.utc(ended.at())).orElse(null));
        values.add(moved.ended().map(Ended::report).orElse(null));
        values.add(moved.replayed().entries());
        values.add(moved.replayed().done());
        return db.preparedQuery(MOVE).execute(Tuple.wrap(values)).replaceWithVoid();
    }

    private Uni<Void> keep(List<Finding> more) {
        UUID id = sweep.id().value().value();
        int room = (int) Math.max(0, Sweep.KEPT - sweep.found());
        List<Tuple> rows = new ArrayList<>();
        for (Finding finding : more.subList(0, Math.min(room, more.size()))) {
            List<@Nullable Object> values = new ArrayList<>();
            values.add(id);
            values.add((int) sweep.found() + rows.size());
            values.add(finding.table());
            values.add(finding.column());
            values.add(finding.key().orElse(null));
            values.add(finding.index().orElse(null));
            values.add(finding.message());
            rows.add(Tuple.wrap(values));
        }
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : db.preparedQuery(FIND).executeBatch(rows).replaceWithVoid();
    }
}

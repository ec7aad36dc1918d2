package io.lodestone.custody.statement.store;

import io.lodestone.custody.sql.Replays;
import io.lodestone.custody.statement.BatchResult;
import io.lodestone.custody.statement.LedgerRows;
import io.lodestone.custody.statement.Needs;
import io.lodestone.custody.statement.Replay;
import io.lodestone.custody.statement.Replay.Contradiction;
import io.lodestone.custody.statement.Replay.Recorded;
import io.lodestone.custody.statement.Replay.Replayed;
import io.lodestone.evidence.statement.Statement;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** Reads, decides and writes as {@link PgBatches} does, and leaves the log alone. */
@Singleton
public class PgReplays implements Replays {

    @Override
    public Uni<List<Contradiction>> replay(SqlConnection db, String origin, List<Recorded> page) {
        List<Statement> statements = page.stream().map(Recorded::statement).toList();
        AtomicReference<List<Contradiction>> found = new AtomicReference<>(List.of());
        return LedgerQueries.load(
                        db, Needs.of(page.stream().map(Recorded::submission).toList()))
                .chain(rows -> page.get(0).standsAlone()
                        ? PgBatches.corrected(db, statements, rows)
                        : Uni.createFrom().item(rows))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .chain(rows -> PgBatches.decide(
                        db,
                        (head, over, decided) -> again(origin, page, over, found),
                        Replay.head(origin, page),
                        rows,
                        Map.of()))
                .chain(result -> InFlight.all(BatchWrites.derived(result).stream()
                        .map(write -> write.run(db))
                        .toList()))
                .map(done -> found.get());
    }

    private static BatchResult again(
            String origin, List<Recorded> page, LedgerRows rows, AtomicReference<List<Contradiction>> found) {
        Replayed replayed = Replay.of(origin, page, rows);
        found.set(replayed.contradictions());
        return replayed.result();
    }
}

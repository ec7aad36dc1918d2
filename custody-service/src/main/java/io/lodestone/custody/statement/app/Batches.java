package io.lodestone.custody.statement.app;

import io.lodestone.custody.statement.BatchDecision;
import io.lodestone.custody.statement.BatchResult;
import io.lodestone.custody.statement.Decided;
import io.lodestone.custody.statement.Outcome;
import io.lodestone.custody.statement.StatementKey;
import io.lodestone.custody.statement.Submission;
import io.lodestone.custody.statement.app.BatchQueue.Waiting;
import io.lodestone.kit.ids.Ids;
import io.lodestone.kit.problem.Passing;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Takes one batch to its end. A failure of the data halves the batch until the statement that causes it stands alone;
 * any other leaves open whether the commit happened, so the decisions are read back before anybody is answered.
 */
@Singleton
public class Batches {

    private static final Logger LOG = Logger.getLogger(Batches.class);

    /** PostgreSQL has thrown out a transaction that sat too long on its locks. */
    private static final String IDLE_IN_TRANSACTION = "25P03";

    /** Far longer than any batch takes: a connection that ended unnoticed must not hold up the log for ever. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** A correction marks a hundred thousand lots and more in its transaction. */
    private static final Duration LONGEST_ALONE = Duration.ofMinutes(10);

    private final BatchStore store;
    private final Ids ids;
    private final Clock clock;
    private final SequencerMetrics metrics;
    private final Duration patience;

    @Inject
    Batches(BatchStore store, Ids ids, Clock clock, SequencerMetrics metrics) {
        this(store, ids, clock, metrics, LONGEST);
    }

    /** @param patience for a batch that may be decided with others, and for reading back */
    Batches(BatchStore store, Ids ids, Clock clock, SequencerMetrics metrics, Duration patience) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
        this.metrics = metrics;
        this.patience = patience;
    }

    /** Completes when everyone in the batch is answered. */
    Uni<Void> process(List<Waiting> batch) {
        List<Submission> submissions = batch.stream().map(Waiting::submission).toList();
        return store.transact(
                        submissions,
                        (head, rows, decided) ->
                                BatchDecision.decide(submissions, head, rows, decided, clock.instant(), ids::random))
                .ifNoItem()
                .after(submissions.get(0).standsAlone() ? LONGEST_ALONE : patience)
                .fail()
                .onItemOrFailure()
                .transformToUni((result, failure) -> failure == null ? answer(batch, result) : failed(batch, failure));
    }

    private Uni<Void> answer(List<Waiting> batch, BatchResult result) {
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).answer().complete(result.outcomes().get(i));
        }
        metrics.count(result);
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> failed(List<Waiting> batch, Throwable failure) {
        if (isOpen(failure)) {
            LOG.warnf(failure, "a batch of %d has to be read back", batch.size());
            return readBack(batch);
        }
        if (batch.size() == 1) {
            LOG.error("a statement could not be stored", failure);
            batch.get(0).answer().completeExceptionally(failure);
            return Uni.createFrom().voidItem();
        }
        int middle = batch.size() / 2;
        return process(batch.subList(0, middle)).chain(() -> process(batch.subList(middle, batch.size())));
    }

    /**
     * Whether the failure says nothing about the data, so that even the commit may have happened. The driver reports a
     * lost connection in many ways, so only what PostgreSQL or this program says of the data is taken for that.
     */
    private static boolean isOpen(Throwable failure) {
        if (Passing.isPassing(failure) || failure instanceof TimeoutException) {
            return true;
        }
        return failure instanceof PgException refused
                ? IDLE_IN_TRANSACTION.equals(refused.getSqlState())
                : !(failure instanceof RuntimeException) || failure instanceof VertxException;
    }

    private Uni<Void> readBack(List<Waiting> batch) {
        List<StatementKey> keys =
                batch.stream().map(one -> one.submission().key()).toList();
        return store.decided(keys)
                .ifNoItem()
                .after(patience)
                .fail()
                .onItemOrFailure()
                .invoke((decided, failure) -> {
                    Map<StatementKey, Decided> found = failure == null ? decided : Map.of();
                    String detail = failure == null
                            ? "Nothing was decided; send it again under the same id."
                            : "Whether it was decided is not known; send it again under the same id.";
                    batch.forEach(one -> settle(one, found, detail));
                })
                .onItemOrFailure()
                .transformToUni((ignored, failure) -> Uni.createFrom().voidItem());
    }

    private static void settle(Waiting one, Map<StatementKey, Decided> found, String detail) {
        Decided decided = found.get(one.submission().key());
        if (decided == null) {
            one.answer().completeExceptionally(Passing.unavailable(detail));
        } else {
            Outcome outcome = decided.answer(one.submission().digest());
            one.answer().complete(outcome);
        }
    }
}

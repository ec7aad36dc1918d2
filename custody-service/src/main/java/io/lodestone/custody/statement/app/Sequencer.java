package io.lodestone.custody.statement.app;

import io.lodestone.custody.log.app.LogSettings;
import io.lodestone.custody.log.app.LogState;
import io.lodestone.custody.problem.CustodyProblem;
import io.lodestone.custody.statement.Outcome;
import io.lodestone.custody.statement.Submission;
import io.lodestone.custody.statement.app.BatchQueue.Waiting;
import io.lodestone.evidence.statement.Entry;
import io.lodestone.kit.problem.LedgerProblem;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;

/**
 * Brings statements into one order. Callers queue; one loop takes what waits, at most {@link #BATCH} at a time, and
 * has one batch in flight. The lock on the head row orders the batches of all instances.
 */
@Singleton
public class Sequencer {

    /** Large enough that a commit is shared, small enough that nobody waits long behind it. */
    static final int BATCH = 256;

    private static final Logger LOG = Logger.getLogger(Sequencer.class);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final BatchQueue queue = new BatchQueue();
    private final BatchStore store;
    private final Batches batches;
    private final LogSettings log;
    private final LogState state;
    private final Clock clock;

    @Inject
    Sequencer(BatchStore store, Batches batches, LogSettings log, LogState state, Clock clock) {
        this.store = store;
        this.batches = batches;
        this.log = log;
        this.state = state;
        this.clock = clock;
    }

    /** The stored outcome; fails with a problem, and then nothing is decided unless the problem says otherwise. */
    public Uni<Outcome> submit(Submission submission) {
        if (state.stopped().isPresent()) {
            return Uni.createFrom().failure(stopped());
        }
        Uni<Outcome> answer = queue.offer(submission)
                .<Uni<Outcome>>map(stage -> Uni.createFrom().completionStage(stage))
                .orElseGet(() -> Uni.createFrom().failure(full()));
        return onCaller(answer);
    }

    /** At most {@link #BATCH}, decided one after another in one batch: none before what stands ahead of it. */
    Uni<List<Answer>> submit(List<Submission> group) {
        if (state.stopped().isPresent()) {
            return Uni.createFrom().item(Answer.all(group.size(), stopped()));
        }
        Uni<List<Answer>> answers = queue.offer(group)
                .map(Answer::of)
                .orElseGet(() -> Uni.createFrom().item(Answer.all(group.size(), full())));
        return onCaller(answers);
    }

    private static <T> Uni<T> onCaller(Uni<T> answer) {
        Context caller = Vertx.currentContext();
        return caller == null ? answer : answer.emitOn(task -> caller.runOnContext(ignored -> task.run()));
    }

    private static LedgerProblem full() {
        return new LedgerProblem(CustodyProblem.QUEUE_FULL, "Too much is waiting; send it again under the same id.")
                .retryAfter(Duration.ofSeconds(1));
    }

    private static LedgerProblem stopped() {
        return new LedgerProblem(CustodyProblem.LOG_STOPPED, "The operator has to look at it before it goes on.")
                .retryAfter(Duration.ofSeconds(60));
    }

    /** The loop. It ends only with the service; where it fails, the scheduler begins it again. */
    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP, identity = "sequencer")
    Uni<Void> run() {
        if (!state.begun()) {
            return Uni.createFrom().voidItem();
        }
        return opened().chain(() -> Uni.createFrom()
                .deferred(this::step)
                .repeat()
                .until(open -> !open)
                .onItem()
                .ignoreAsUni());
    }

    private Uni<Void> opened() {
        Entry genesis = Entry.genesis(log.environment(), log.origin(), clock.instant());
        return store.open(genesis);
    }

    private Uni<Boolean> step() {
        CompletionStage<Boolean> work = queue.work();
        return Uni.createFrom()
                .completionStage(work)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .call(open -> open ? next() : Uni.createFrom().voidItem());
    }

    private Uni<Void> next() {
        if (state.stopped().isPresent()) {
            queue.take(BATCH).forEach(one -> one.answer().completeExceptionally(stopped()));
            return Uni.createFrom().voidItem();
        }
        List<Waiting> batch = queue.take(BATCH);
        return batches.process(batch).onFailure().recoverWithUni(failure -> survive(batch, failure));
    }

    /** A failure that nobody foresaw must not leave callers waiting, nor end the loop. */
    private static Uni<Void> survive(List<Waiting> batch, Throwable failure) {
        LOG.error("a batch failed in an unforeseen way", failure);
        batch.forEach(one -> one.answer().completeExceptionally(failure));
        return Uni.createFrom().voidItem().onItem().delayIt().by(PAUSE);
    }

    public int waiting() {
        return queue.size();
    }

    void onStop(@Observes ShutdownEvent event) {
        queue.close();
    }
}

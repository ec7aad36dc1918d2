package io.lodestone.custody.statement.app;

import io.lodestone.custody.statement.Outcome;
import io.lodestone.custody.statement.Submission;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Submissions that wait for their batch, bounded by count and by bytes. Safe for any threads. */
final class BatchQueue {

    /** Half a second of work at the rate of one log; what waits longer is better told to come back. */
    static final int MAX_COUNT = 8_192;

    static final long MAX_BYTES = 64L << 20;

    /** A submission and the answer somebody waits for. */
    record Waiting(Submission submission, CompletableFuture<Outcome> answer) {}

    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private long bytes;
    private boolean closed;
    private @Nullable CompletableFuture<Boolean> wanted;

    /** The answer to wait for; empty where the queue is full or closed. */
    Optional<CompletionStage<Outcome>> offer(Submission submission) {
        Waiting added = new Waiting(submission, new CompletableFuture<>());
        CompletableFuture<Boolean> awaited;
        synchronized (this) {
            if (closed || waiting.size() >= MAX_COUNT || bytes + submission.size() > MAX_BYTES) {
                return Optional.empty();
            }
            waiting.add(added);
            bytes += submission.size();
            awaited = takeWanted();
        }
        wake(awaited, true);
        return Optional.of(added.answer());
    }

    /** Completes with true as soon as something waits, with false once the queue is closed. */
    synchronized CompletionStage<Boolean> work() {
        if (closed || !waiting.isEmpty()) {
            return CompletableFuture.completedFuture(!closed);
        }
        CompletableFuture<Boolean> stage = wanted == null ? new CompletableFuture<>() : wanted;
        wanted = stage;
        return stage;
    }

    /** The oldest, at most {@code max}; one that has to stand alone does. */
    synchronized List<Waiting> take(int max) {
        List<Waiting> batch = new ArrayList<>();
        while (batch.size() < max && !waiting.isEmpty()) {
            boolean alone = waiting.element().submission().standsAlone();
            if (alone && !batch.isEmpty()) {
                return batch;
            }
            Waiting next = waiting.remove();
            bytes -= next.submission().size();
            batch.add(next);
            if (alone) {
                return batch;
            }
        }
        return batch;
    }

    void close() {
        CompletableFuture<Boolean> awaited;
        synchronized (this) {
            closed = true;
            awaited = takeWanted();
        }
        wake(awaited, false);
    }

    synchronized int size() {
        return waiting.size();
    }

    private @Nullable CompletableFuture<Boolean> takeWanted() {
        CompletableFuture<Boolean> taken = wanted;
        wanted = null;
        return taken;
    }

    private static void wake(@Nullable CompletableFuture<Boolean> awaited, boolean work) {
        if (awaited != null) {
            awaited.complete(work);
        }
    }
}

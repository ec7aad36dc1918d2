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

/**
 * Submissions that wait for their batch, bounded by count and by bytes. Those that came as one group stay in one batch,
 * in their order. Safe for any threads.
 */
final class BatchQueue {

    /** Half a second of work at the rate of one log; what waits longer is better told to come back. */
    static final int MAX_COUNT = 8_192;

    static final long MAX_BYTES = 64L << 20;

    /** A submission and the answer somebody waits for. */
    record Waiting(Submission submission, CompletableFuture<Outcome> answer) {}

    private final Deque<List<Waiting>> groups = new ArrayDeque<>();
    private int count;
    private long bytes;
    private boolean closed;
    private @Nullable CompletableFuture<Boolean> wanted;

    /** The answer to wait for; empty where the queue is full or closed. */
    Optional<CompletionStage<Outcome>> offer(Submission submission) {
        return offer(List.of(submission)).map(answers -> answers.get(0));
    }

    /** The answers to wait for, in the same order; empty where the queue has no room for the whole group. */
    Optional<List<CompletionStage<Outcome>>> offer(List<Submission> group) {
        List<Waiting> added = group.stream()
                .map(submission -> new Waiting(submission, new CompletableFuture<>()))
                .toList();
        long size = group.stream().mapToLong(Submission::size).sum();
        CompletableFuture<Boolean> awaited;
        synchronized (this) {
            if (closed || count + added.size() > MAX_COUNT || bytes + size > MAX_BYTES) {
                return Optional.empty();
            }
            groups.add(added);
            count += added.size();
            bytes += size;
            awaited = takeWanted();
        }
        wake(awaited, true);
        return Optional.of(
                added.stream().<CompletionStage<Outcome>>map(Waiting::answer).toList());
    }

    /** Completes with true as soon as something waits, with false once the queue is closed. */
    synchronized CompletionStage<Boolean> work() {
        if (closed || !groups.isEmpty()) {
            return CompletableFuture.completedFuture(!closed);
        }
        CompletableFuture<Boolean> stage = wanted == null ? new CompletableFuture<>() : wanted;
        wanted = stage;
        return stage;
    }

    /** The oldest, at most {@code max} unless one group alone is larger; one that has to stand alone does. */
    synchronized List<Waiting> take(int max) {
        List<Waiting> batch = new ArrayList<>();
        List<Waiting> next = groups.peek();
        while (next != null && (batch.isEmpty() || batch.size() + next.size() <= max && !standsAlone(next))) {
            groups.remove();
            count -= next.size();
            next.forEach(one -> bytes -= one.submission().size());
            batch.addAll(next);
            next = standsAlone(batch) ? null : groups.peek();
        }
        return batch;
    }

    private static boolean standsAlone(List<Waiting> group) {
        return group.size() == 1 && group.get(0).submission().standsAlone();
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
        return count;
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

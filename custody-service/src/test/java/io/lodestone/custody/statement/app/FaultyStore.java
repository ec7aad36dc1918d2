package io.lodestone.custody.statement.app;

import io.lodestone.custody.statement.BatchResult;
import io.lodestone.custody.statement.Decided;
import io.lodestone.custody.statement.StatementKey;
import io.lodestone.custody.statement.Submission;
import io.lodestone.evidence.statement.Entry;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The real store behind a connection that breaks before the commit, or after it. */
final class FaultyStore implements BatchStore {

    private final BatchStore real;
    private final boolean persists;
    private final boolean answersLater;
    final AtomicInteger transactions = new AtomicInteger();

    FaultyStore(BatchStore real, boolean persists, boolean answersLater) {
        this.real = real;
        this.persists = persists;
        this.answersLater = answersLater;
    }

    private static <T> Uni<T> broken() {
        return Uni.createFrom().failure(new IOException("Connection reset by peer"));
    }

    @Override
    public Uni<Void> open(Entry genesis) {
        return real.open(genesis);
    }

    @Override
    public Uni<BatchResult> transact(List<Submission> batch, Work work) {
        int ignored = transactions.incrementAndGet();
        return persists ? real.transact(batch, work).chain(() -> broken()) : broken();
    }

    @Override
    public Uni<Map<StatementKey, Decided>> decided(Collection<StatementKey> keys) {
        return answersLater ? real.decided(keys) : broken();
    }
}

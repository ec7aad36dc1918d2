package io.lodestone.custody.statement.app;

import io.lodestone.custody.statement.BatchResult;
import io.lodestone.custody.statement.Decided;
import io.lodestone.custody.statement.StatementKey;
import io.lodestone.custody.statement.Submission;
import io.lodestone.evidence.statement.Entry;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The real store behind a connection of which nobody learns that it has ended. */
record SilentStore(BatchStore real, boolean answersLater) implements BatchStore {

    @Override
    public Uni<Void> open(Entry genesis) {
        return real.open(genesis);
    }

    @Override
    public Uni<BatchResult> transact(List<Submission> batch, Work work) {
        return Uni.createFrom().nothing();
    }

    @Override
    public Uni<Map<StatementKey, Decided>> decided(Collection<StatementKey> keys) {
        return answersLater ? real.decided(keys) : Uni.createFrom().nothing();
    }
}

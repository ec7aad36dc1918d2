package io.lodestone.custody.statement.app;

import io.lodestone.custody.statement.BatchResult;
import io.lodestone.custody.statement.Decided;
import io.lodestone.custody.statement.Head;
import io.lodestone.custody.statement.LedgerRows;
import io.lodestone.custody.statement.StatementKey;
import io.lodestone.custody.statement.Submission;
import io.lodestone.evidence.statement.Entry;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The ledger's tables, changed only under the lock of the log's head. */
public interface BatchStore {

    /** What decides a batch; called inside the transaction, once. */
    @FunctionalInterface
    interface Work {
        BatchResult decide(Head head, LedgerRows rows, Map<StatementKey, Decided> decided);
    }

    /** Writes entry 0 if the log has none. */
    Uni<Void> open(Entry genesis);

    /**
     * One transaction: locks the head, loads what the batch needs, decides, writes, commits. Where it fails, it may
     * nevertheless be committed, unless the failure is one of the data.
     */
    Uni<BatchResult> transact(List<Submission> batch, Work work);

    /** What is decided, asked behind the same lock: a commit that was on its way is then done or will never be. */
    Uni<Map<StatementKey, Decided>> decided(Collection<StatementKey> keys);
}

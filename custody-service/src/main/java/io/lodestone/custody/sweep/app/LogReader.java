package io.lodestone.custody.sweep.app;

import io.lodestone.custody.sweep.LogEnd;
import io.lodestone.custody.sweep.StoredRows;
import io.lodestone.evidence.merkle.TreeSize;
import io.smallrye.mutiny.Uni;
import java.util.Collection;

/** Reads what is stored of the log, without taking any of it for granted. */
public interface LogReader {

    /** The end of the next run: at most {@code most}, and sooner where the documents are large. */
    Uni<Long> until(long from, long most);

    /** Everything stored for the entries from one index up to another. */
    Uni<StoredRows> rows(long from, long until);

    /** From here on nobody publishes until the transaction is over. */
    Uni<Void> hold();

    /**
     * How the log ends, with the tiles that the roots at these sizes take.
     *
     * @param outside size of the checkpoint kept outside the database
     */
    Uni<LogEnd> end(Collection<TreeSize> sizes, TreeSize outside);
}

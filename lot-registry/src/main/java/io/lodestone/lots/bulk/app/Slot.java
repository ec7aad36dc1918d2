package io.lodestone.lots.bulk.app;

import io.lodestone.evidence.statement.LotId;
import io.lodestone.kit.problem.LedgerProblem;
import io.lodestone.lots.bulk.BulkItem;
import io.lodestone.lots.outbox.Keeping;
import io.lodestone.lots.outbox.Source;
import java.util.List;

/** What is to be done about one item. */
sealed interface Slot {

    BulkItem item();

    /** An earlier request made the statement. */
    record Known(BulkItem item, Source source) implements Slot {}

    /** The item in that slot of the same chunk makes the statement. */
    record Same(BulkItem item, int as) implements Slot {}

    record Fresh(BulkItem item, Keeping keeping) implements Slot {}

    /** @param lots those it would have made, as far as it says */
    record No(BulkItem item, LedgerProblem problem, List<LotId> lots) implements Slot {}
}

package io.lodestone.lots.bulk.app;

import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.StatementId;
import io.lodestone.kit.problem.LedgerProblem;
import io.lodestone.lots.bulk.Asked;
import io.lodestone.lots.bulk.BulkItem;
import io.lodestone.lots.custody.Disposition.Refused;
import io.lodestone.lots.outbox.Keeping;
import io.lodestone.lots.outbox.Source;
import java.util.List;
import java.util.Optional;

/** What is to be done about one item. */
sealed interface Slot {

    BulkItem item();

    /** An earlier request made the statement. */
    record Known(BulkItem item, Source source) implements Slot {}

    /** The item in that slot of the same chunk makes the statement. */
    record Same(BulkItem item, int as) implements Slot {}

    record Fresh(BulkItem item, Keeping keeping) implements Slot {}

    /**
     * @param lots those it would have made, as far as it says
     * @param attempt what was asked of the ledger, where it is the ledger's state that refuses it
     */
    record No(BulkItem item, LedgerProblem problem, List<LotId> lots, Optional<Attempt> attempt) implements Slot {

        static No of(BulkItem item, LedgerProblem problem) {
            List<LotId> lots = item.asked() instanceof Asked.Lot lot
                    ? lot.request().lot().stream().toList()
                    : List.of();
            return new No(item, problem, lots, Optional.empty());
        }

        No attempted(StatementId id, List<LotId> inputs, Refused refusal) {
            return new No(item, problem, lots, Optional.of(new Attempt(id, inputs, refusal)));
        }
    }

    /**
     * A statement that was not made.
     *
     * @param id it would have had
     * @param inputs the lots that it would have used, in the order in which a refusal counts them
     */
    record Attempt(StatementId id, List<LotId> inputs, Refused refusal) {}
}

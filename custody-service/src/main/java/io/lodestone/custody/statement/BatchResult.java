package io.lodestone.custody.statement;

import io.lodestone.custody.holding.HeldLot;
import io.lodestone.evidence.acceptance.Refusal;
import java.util.Collection;
import java.util.List;

/**
 * A decided batch: what to write, and what to answer once it is durable.
 *
 * @param outcomes one for each submission, in their order
 * @param lots every lot that changed, as it stands at the end
 */
public record BatchResult(
        List<Outcome> outcomes,
        List<Sequenced> accepted,
        List<RefusedStatement> refused,
        Collection<HeldLot> lots,
        Head head) {

    /** A refusal to be stored. */
    public record RefusedStatement(Submission submission, Refusal refusal) {}

    public BatchResult {
        outcomes = List.copyOf(outcomes);
        accepted = List.copyOf(accepted);
        refused = List.copyOf(refused);
        lots = List.copyOf(lots);
    }

    public boolean writesNothing() {
        return accepted.isEmpty() && refused.isEmpty();
    }
}

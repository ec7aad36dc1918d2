package io.lodestone.lots.outbox;

import io.lodestone.evidence.statement.Annex;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.lots.custody.Disposition;
import java.util.List;

/** The answer to a request that makes a statement. */
public sealed interface Outcome {

    /** Accepted, and applied here. */
    record Recorded(Statement statement, Disposition.Accepted where) implements Outcome {}

    /** Kept; the decision, or its effect here, is still to come. */
    record Underway(Statement statement, Disposition soFar) implements Outcome {}

    /** Made, asked of this service's view of the ledger, and neither kept nor submitted: its party signs and does so. */
    record ToSign(Statement statement, List<Annex> annexes) implements Outcome {

        public ToSign {
            annexes = List.copyOf(annexes);
        }
    }

    /** What a request with the same key of the caller's was answered before; it is made once. */
    record Repeated(Outcome first) implements Outcome {}

    record Refused(Disposition.Refused refusal) implements Outcome {}
}

package io.lodestone.lots.outbox;

import io.lodestone.evidence.statement.Statement;
import io.lodestone.lots.custody.Disposition;

/** The answer to a request that makes a statement. */
public sealed interface Outcome {

    /** Accepted, and applied here. */
    record Recorded(Statement statement, Disposition.Accepted where) implements Outcome {}

    /** Kept; the decision, or its effect here, is still to come. */
    record Underway(Statement statement, Disposition soFar) implements Outcome {}

    /** What a request with the same key of the caller's was answered before; it is made once. */
    record Repeated(Outcome first) implements Outcome {}

    record Refused(Disposition.Refused refusal) implements Outcome {}
}

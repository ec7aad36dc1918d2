package io.lodestone.custody.statement;

import io.lodestone.evidence.acceptance.Refusal;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.LotVersion;
import java.time.Instant;
import java.util.List;

/** What became of a submission. It is stored, and every retry gets the same. */
public sealed interface Outcome {

    /**
     * In the log, durably.
     *
     * @param lots every lot it touched, at the version it made
     */
    record Accepted(Digest statement, long index, Instant time, List<LotVersion> lots) implements Outcome {
        public Accepted {
            lots = List.copyOf(lots);
        }
    }

    record Refused(Refusal refusal) implements Outcome {}

    /** The actor used this id for another statement, whose decision stands. */
    record IdReused() implements Outcome {}
}

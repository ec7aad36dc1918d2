package io.lodestone.evidence.archive;

import io.lodestone.evidence.checkpoint.Checkpoint;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.signature.Environment;
import java.time.Instant;

/** What an audit of a whole log found. */
public sealed interface LogVerification {

    /**
     * One history, signed, from entry 0 on.
     *
     * @param note the checkpoint as it was read
     * @param lastTime when the last entry was made
     * @param lastLeaf its leaf hash, which the next entry names
     * @param spent how many lot versions were spent, each once
     */
    record Verified(
            Checkpoint checkpoint, String note, Environment environment, Instant lastTime, Digest lastLeaf, long spent)
            implements LogVerification {}

    /** The file in which it showed, and what. */
    record Rejected(String path, String detail) implements LogVerification {}

    /** A file that is not there, so that nothing can be said. */
    record Incomplete(String path) implements LogVerification {}
}

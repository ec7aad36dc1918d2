package io.lodestone.evidence.witness;

import io.lodestone.evidence.checkpoint.Checkpoint;

/** What a witness does with a request. */
public sealed interface WitnessVerdict {

    /** Remembers the checkpoint first, then cosigns it. */
    record Cosigns(Checkpoint checkpoint) implements WitnessVerdict {}

    /** Changes nothing; the detail is for people and repeats nothing of the request. */
    record Refuses(Reason reason, String detail) implements WitnessVerdict {}

    /** Why a checkpoint is not cosigned, with the HTTP status that C2SP tlog-witness gives it. */
    enum Reason {
        /** Not a request with a checkpoint, or from a larger size than the checkpoint's. */
        MALFORMED(400),
        /** Not signed by the log. */
        NOT_SIGNED(403),
        /** A log that this witness does not know. */
        UNKNOWN_LOG(404),
        /** The witness remembers another size, which it says, so that the log can prove the way from there. */
        OTHER_SIZE(409),
        /** The checkpoint does not continue what was cosigned: a wrong proof, or another history. */
        INCONSISTENT(422);

        private final int status;

        Reason(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }
}

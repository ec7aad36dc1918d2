package io.lodestone.evidence.checkpoint;

/** Why a note, checkpoint or proof file is not accepted. */
public enum NoteFault {
    /** Not in the form its format prescribes. */
    MALFORMED,
    /** No signature is by a key that is known. */
    UNSIGNED,
    /** A signature names a known key and is not by it. */
    SIGNATURE_INVALID,
    /** The checkpoint is of another log than its key. */
    ORIGIN_DIFFERS,
    /** The proof does not lead from the entry to the checkpoint's root. */
    NOT_INCLUDED
}

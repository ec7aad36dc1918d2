package io.lodestone.lots.outbox;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.lots.custody.Disposition;

/**
 * A key that is taken, with the statement that has it.
 *
 * @param request digest of the request that the statement was made of
 */
public record Source(Digest key, Digest request, Kept kept) {

    /** What was refused is no document on record, and leaves its key free. */
    public boolean stands() {
        return !(kept.disposition() instanceof Disposition.Refused);
    }
}

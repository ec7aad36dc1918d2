package io.lodestone.evidence.acceptance;

import io.lodestone.evidence.statement.PartyKeyAdded;
import java.time.Instant;
import java.util.Optional;

/**
 * A party's key with its history.
 *
 * @param index where in the log it was added
 * @param revoked where in the log it was revoked
 */
public record PartyKey(PartyKeyAdded added, long index, Optional<Long> revoked) {

    /** Whether the time lies within its validity. */
    boolean isValidAt(Instant time) {
        return !time.isBefore(added.from()) && time.isBefore(added.until());
    }

    /** Whether it signs now or may do so later. */
    boolean hasFutureAt(Instant time) {
        return revoked.isEmpty() && time.isBefore(added.until());
    }

    PartyKey revokedAt(long at) {
        return new PartyKey(added, index, Optional.of(at));
    }
}

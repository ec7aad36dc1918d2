package io.lodestone.custody.transfer;

import io.lodestone.evidence.acceptance.Transfer;
import java.time.Instant;
import java.util.Optional;

/**
 * A transfer with where in the log it was offered, disputed and ended.
 *
 * @param reason of the dispute
 * @param ended by acceptance, cancellation or expiry
 */
public record Listed(
        Transfer transfer, Place offered, Optional<Place> disputed, Optional<String> reason, Optional<Place> ended) {

    /** An index and its entry's time. */
    public record Place(long index, Instant time) {}

    public long offeredIndex() {
        return offered.index();
    }
}

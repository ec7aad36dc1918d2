package io.lodestone.custody.transfer;

import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.statement.WireTime;
import java.time.OffsetDateTime;
import java.util.Optional;

/** What a sender says when it takes an offer back. */
public record CancellationRequest(Optional<OffsetDateTime> happened) {

    public static CancellationRequest read(Members in) {
        return new CancellationRequest(in.optionalParsed("eventTime", 29, WireTime::zoned));
    }
}

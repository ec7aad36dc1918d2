package io.lodestone.lots.party;

import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.party.PartyDescription;
import io.lodestone.evidence.statement.WireTime;
import java.time.OffsetDateTime;

/** A party to be described anew, from a moment on. */
public record DescriptionRequest(OffsetDateTime eventTime, PartyDescription description) {

    public static DescriptionRequest read(Members in) {
        return new DescriptionRequest(in.parsed("eventTime", 29, WireTime::zoned), PartyDescription.read(in));
    }
}

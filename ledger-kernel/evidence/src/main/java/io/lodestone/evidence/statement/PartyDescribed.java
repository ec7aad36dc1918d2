package io.lodestone.evidence.statement;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A party, or the registrar for it, states anew what the party is and who owns it. The description is an annex; the
 * earlier ones stay, so that it can be answered who owned the party on a day.
 *
 * @param happened from when on it is as described
 */
public record PartyDescribed(PartyId party, OffsetDateTime happened) implements Body {

    static PartyDescribed read(Members in) {
        return new PartyDescribed(in.parsed("party", 36, PartyId::parse), in.parsed("eventTime", 29, WireTime::zoned));
    }

    @Override
    public Kind kind() {
        return Kind.PARTY_DESCRIBED;
    }

    @Override
    public Optional<OffsetDateTime> eventTime() {
        return Optional.of(happened);
    }

    @Override
    public JsonObject json() {
        return Json.object()
                .put("eventTime", WireTime.text(happened))
                .putWire("party", party)
                .build();
    }
}

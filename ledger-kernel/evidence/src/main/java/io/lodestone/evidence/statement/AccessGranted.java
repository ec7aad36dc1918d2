package io.lodestone.evidence.statement;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Json.JsonString;
import io.lodestone.evidence.canonical.Members;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A party lets an auditor see what it sees itself: statements of a period of log time, and the lots it made, held or
 * owned then.
 *
 * @param lots the only lots that may be seen; empty for all of them
 * @param from first moment of the period
 * @param until the moment the period ends; not part of it
 */
public record AccessGranted(
        GrantId grant, PartyId auditor, Optional<List<LotId>> lots, OffsetDateTime from, OffsetDateTime until)
        implements Body {

    public static final String ALL = "all";

    public AccessGranted {
        lots = lots.map(List::copyOf);
        if (!from.toInstant().isBefore(until.toInstant())) {
            throw new IllegalArgumentException("the period has to end after it begins");
        }
    }

    static AccessGranted read(Members in) {
        GrantId grant = in.parsed("grant", 36, GrantId::parse);
        PartyId auditor = in.parsed("auditor", 36, PartyId::parse);
        Optional<List<LotId>> lots = scope(in);
        OffsetDateTime from = in.parsed("from", 29, WireTime::zoned);
        OffsetDateTime until = in.parsed("until", 29, WireTime::zoned);
        return in.made("until", () -> new AccessGranted(grant, auditor, lots, from, until));
    }

    private static Optional<List<LotId>> scope(Members in) {
        if (in.value("scope") instanceof JsonString all) {
            if (!all.text().equals(ALL)) {
                throw new FormatException(Fault.MALFORMED, in.path("scope"), "must be \"all\" or a list of lots");
            }
            return Optional.empty();
        }
        List<LotId> lots = Formats.notEmpty(in.path("scope"), in.strings("scope", Formats.MAX_LOTS, 36, LotId::parse));
        Formats.sorted(in.path("scope"), lots, lot -> lot);
        return Optional.of(lots);
    }

    @Override
    public Kind kind() {
        return Kind.ACCESS_GRANTED;
    }

    @Override
    public JsonObject json() {
        Json scope = lots.<Json>map(
                        ids -> Json.strings(ids.stream().map(LotId::toString).toList()))
                .orElse(Json.string(ALL));
        return Json.object()
                .putWire("auditor", auditor)
                .put("from", WireTime.text(from))
                .putWire("grant", grant)
                .put("scope", scope)
                .put("until", WireTime.text(until))
                .build();
    }
}

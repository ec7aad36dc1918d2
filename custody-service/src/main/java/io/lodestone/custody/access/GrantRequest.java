package io.lodestone.custody.access;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonString;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.statement.AccessGranted;
import io.lodestone.evidence.statement.GrantId;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.WireTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What a party asks for when it lets an auditor in.
 *
 * @param lots sorted, each once; empty for all that the party sees
 */
public record GrantRequest(
        Optional<GrantId> grant,
        PartyId auditor,
        Optional<List<LotId>> lots,
        OffsetDateTime from,
        OffsetDateTime until) {

    private static final int MAX_LOTS = 1_000;

    public static GrantRequest read(Members in) {
        return new GrantRequest(
                in.optionalParsed("grant", 36, GrantId::parse),
                in.parsed("auditor", 36, PartyId::parse),
                scope(in),
                in.parsed("from", 29, WireTime::zoned),
                in.parsed("until", 29, WireTime::zoned));
    }

    /** In any order; the statement has the lots sorted. */
    private static Optional<List<LotId>> scope(Members in) {
        Json scope = in.value("scope");
        if (scope instanceof JsonString) {
            in.literal("scope", AccessGranted.ALL);
            return Optional.empty();
        }
        return Optional.of(List.copyOf(new TreeSet<>(in.strings("scope", MAX_LOTS, 36, LotId::parse))));
    }

    /** The statement that comes of it. */
    public AccessGranted body(GrantId fresh) {
        return new AccessGranted(grant.orElse(fresh), auditor, lots, from, until);
    }
}

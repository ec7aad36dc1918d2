package io.lodestone.lots.alert;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.plausibility.Finding;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A finding with what it rests on.
 *
 * @param anchor digest of the statement that gives the alert its id: the one it was found in, or the first of a series
 * @param party whose statement it is
 * @param statements by their index in the log
 */
public record Raised(
        Finding finding,
        Digest anchor,
        PartyId party,
        Optional<FacilityId> facility,
        List<LotId> lots,
        Set<Long> statements,
        Instant seen) {

    /** An alert names no more lots than this; more say nothing more. */
    private static final int MAX_LOTS = 200;

    public Raised {
        lots = lots.stream().distinct().limit(MAX_LOTS).toList();
        statements = Set.copyOf(statements);
    }

    /** The same for the same finding in the same statement, however often the feed is read. */
    public Digest id() {
        Json what = Json.object()
                .put("kind", finding.kind().wire())
                .putWire("statement", anchor)
                .put("subject", finding.subject())
                .build();
        return Digest.sha256(CanonicalJson.bytes(what));
    }
}

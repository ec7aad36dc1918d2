package io.lodestone.lots.assay;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.statement.AssayRecorded;
import io.lodestone.evidence.statement.AssayRecorded.Rank;
import io.lodestone.evidence.statement.AssayResult;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.WireTime;
import java.time.Instant;
import java.util.Optional;

/**
 * An assay that stands in the log.
 *
 * @param laboratory its name, where it was given and not withdrawn
 * @param current whether it is the one that counts for its lot: umpire over final over provisional, then the newest,
 *     and never one that another takes the place of
 */
public record RecordedAssay(
        AssayRecorded body, PartyId by, Instant recorded, Optional<String> laboratory, boolean current) {

    public JsonObject json() {
        return Json.object()
                .putWire("assay", body.assay())
                .put("basis", body.basis().wire())
                .put("current", current)
                .put("eventTime", WireTime.text(body.happened()))
                .putWire("laboratoryName", laboratory)
                .put("lotVersion", body.of().version())
                .put("method", body.method())
                .put("recorded", WireTime.text(recorded))
                .putWire("report", body.report())
                .put("results", body.results(), RecordedAssay::result)
                .putWire("sampled", body.rank().map(rank -> rank.sampled().wire()))
                .putWire("stage", body.rank().map(rank -> rank.stage().wire()))
                .putWire("supersedes", body.rank().flatMap(Rank::supersedes))
                .build();
    }

    private static JsonObject result(AssayResult result) {
        return Json.object()
                .putWire("below", result.below())
                .putWire("coverageFactor", result.coverageFactor())
                .putWire("fraction", result.fraction())
                .putWire("from", result.from())
                .put("substance", result.substance())
                .putWire("to", result.to())
                .putWire("uncertainty", result.uncertainty())
                .build();
    }
}

package io.lodestone.lots.description;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonNull;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.quantity.DecimalText;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.LotDescription;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotRegistered;
import io.lodestone.evidence.statement.LotsTransformed;
import io.lodestone.evidence.statement.Output;
import io.lodestone.evidence.statement.PoolRun;
import io.lodestone.evidence.statement.WireTime;
import io.lodestone.lots.feed.Happened;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is booked of a lot beside its masses.
 *
 * @param facility where it was made
 * @param eventTime as it was stated, with its offset
 * @param recorded when the log took it
 * @param description as the API answers it; empty for a lot of version 1
 */
public record LotFacts(
        Optional<String> facility,
        Optional<String> eventTime,
        Instant recorded,
        Optional<DecimalText> moisture,
        Optional<Json> description,
        Optional<Details> details) {

    /** What a statement says of the lots that it makes. */
    public static Map<LotId, LotDescription> descriptions(Body body) {
        Map<LotId, LotDescription> found = new HashMap<>();
        if (body instanceof LotRegistered lot) {
            lot.description().ifPresent(stated -> found.put(lot.lot(), stated));
        }
        for (Output output : outputs(body)) {
            output.lot().ifPresent(lot -> output.description().ifPresent(stated -> found.put(lot, stated)));
        }
        return found;
    }

    private static List<Output> outputs(Body body) {
        if (body instanceof PoolRun run) {
            return run.outputs();
        }
        return body instanceof LotsTransformed made ? made.outputs() : List.of();
    }

    /**
     * The members that these facts add to a lot.
     *
     * @param maker whether it is shown to who made the lot, whose business facility and price are
     * @param current whether it is shown to who holds or owns it
     */
    public JsonObject addTo(JsonObject lot, boolean maker, boolean current) {
        return new Happened(eventTime.map(WireTime::zoned), Optional.of(recorded))
                .added(lot)
                .with("description", description.orElse(JsonNull.NULL))
                .with("details", details.<Json>map(d -> d.json(maker, current)).orElse(JsonNull.NULL))
                .with("facility", Json.string(facility.filter(f -> maker).orElse(null)));
    }
}

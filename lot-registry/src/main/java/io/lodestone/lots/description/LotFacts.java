package io.lodestone.lots.description;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonNull;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.quantity.DecimalText;
import io.lodestone.evidence.statement.WireTime;
import java.time.Instant;
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

    /**
     * The members that these facts add to a lot.
     *
     * @param maker whether it is shown to who made the lot, whose business facility and price are
     * @param current whether it is shown to who holds or owns it
     */
    public JsonObject addTo(JsonObject lot, boolean maker, boolean current) {
        return lot.with("description", description.orElse(JsonNull.NULL))
                .with("details", details.<Json>map(d -> d.json(maker, current)).orElse(JsonNull.NULL))
                .with("eventTime", Json.string(eventTime.orElse(null)))
                .with("facility", Json.string(facility.filter(f -> maker).orElse(null)))
                .with("recorded", Json.string(WireTime.text(recorded)));
    }
}

package io.lodestone.lots.account;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.plausibility.AlertLimit;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.WireTime;
import java.time.Instant;

/**
 * A limit as a party set it, and stays in its history.
 *
 * @param position the first of an account is 1
 * @param person who set it
 * @param after index of the last statement that was known then
 */
public record LimitSetting(
        FacilityId facility, Element element, int position, AlertLimit limit, String person, long after, Instant at) {

    public JsonObject json() {
        return Json.object()
                .put("after", after)
                .put("at", WireTime.text(at))
                .put("element", element.symbol())
                .putWire("facility", facility)
                .put("leastKg", limit.least().isZero() ? "0" : limit.least().toKg())
                .put("person", person)
                .put("position", position)
                .putWire("share", limit.share())
                .build();
    }
}

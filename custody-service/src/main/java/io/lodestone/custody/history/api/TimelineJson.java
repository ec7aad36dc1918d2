package io.lodestone.custody.history.api;

import io.lodestone.custody.history.TimelineItem;
import io.lodestone.custody.history.TimelineItem.Known;
import io.lodestone.custody.history.TimelineItem.Stood;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.statement.WireTime;
import java.util.Locale;
import java.util.Optional;

/** One version of a lot as it is answered. */
final class TimelineJson {

    private TimelineJson() {}

    static JsonObject of(TimelineItem item) {
        Optional<Known> known = item.known();
        Optional<Stood> stood = known.flatMap(Known::stood);
        return Json.object()
                .putWire("eventTime", known.flatMap(Known::happened))
                .putWire("holder", known.map(Known::holder))
                .put("index", item.index())
                .putWire("kind", known.map(Known::kind))
                .put("lotVersion", item.version())
                .putWire("owner", known.map(Known::owner))
                .put("receipt", "/statements/" + item.index() + "/receipt")
                .put("recordedTime", WireTime.text(item.recorded()))
                .putWire("remainingKg", stood.map(it -> it.remaining().toKg()))
                .putWire("remainingUg", stood.map(Stood::remaining))
                .putWire("state", stood.map(it -> it.state().name().toLowerCase(Locale.ROOT)))
                .build();
    }
}

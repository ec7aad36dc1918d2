package io.lodestone.lots.trace;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.lots.csv.Csv;
import java.util.List;
import java.util.Optional;

/** Some lots of a list in its order, and where the list goes on. */
public record TracePage(List<TracedLot> items, Optional<TraceCursor> next) {

    public TracePage {
        items = List.copyOf(items);
    }

    public JsonObject json() {
        return Json.object()
                .put("items", items, TracedLot::json)
                .putWire("next", next)
                .build();
    }

    public String csv() {
        StringBuilder out = new StringBuilder();
        items.forEach(item -> out.append(Csv.line(item.cells())));
        return out.toString();
    }
}

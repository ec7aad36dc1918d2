package io.lodestone.local.bench;

import io.lodestone.evidence.canonical.Json.JsonArray;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Reads the whole list of a lot's ancestors page by page. */
final class Tracing {

    private static final int PAGE = 1_000;

    private final Plant plant;
    private final String lot;
    private final List<Long> pages = new ArrayList<>();
    private long lots;

    Tracing(Plant plant, String lot) {
        this.plant = plant;
        this.lot = lot;
    }

    /** The time of the first page, in nanoseconds. */
    long run(BiConsumer<String, String> result) {
        Optional<String> cursor = Optional.of("");
        while (cursor.isPresent()) {
            cursor = page(cursor.get());
        }
        long first = sum(pages.subList(0, pages.size() / 2));
        long second = sum(pages.subList(pages.size() / 2, pages.size()));
        result.accept("trace_lots", String.valueOf(lots));
        result.accept("trace_first_page_ms", Timing.millis(pages.get(0)));
        result.accept("trace_total_ms", Timing.millis(first + second));
        // Linear: the second half of the pages takes as long as the first.
        result.accept("trace_second_half_vs_first", Timing.ratio(second, first));
        return pages.get(0);
    }

    private Optional<String> page(String cursor) {
        String path = "/lots/" + lot + "/upstream?limit=" + PAGE + (cursor.isEmpty() ? "" : "&cursor=" + cursor);
        JsonObject[] answer = new JsonObject[1];
        pages.add(Timing.once(() -> answer[0] = Plant.said(plant.get(path))));
        lots += answer[0].get("items") instanceof JsonArray items
                ? items.items().size()
                : 0;
        return answer[0].get("next") instanceof JsonString next ? Optional.of(next.text()) : Optional.empty();
    }

    private static long sum(List<Long> times) {
        return times.stream().mapToLong(Long::longValue).sum();
    }
}

package io.lodestone.lots.feed;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Json.ObjectBuilder;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.WireTime;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * When something happened at its place, and when the log recorded it.
 *
 * @param eventTime with the zone it was stated in; empty for what has no time of its own
 * @param recorded time of the entry; empty until there is one
 */
public record Happened(Optional<OffsetDateTime> eventTime, Optional<Instant> recorded) {

    /** What is entered later than this shows by how much. */
    private static final Duration IN_TIME = Duration.ofHours(24);

    public static Happened of(Body body, Optional<Instant> recorded) {
        return new Happened(body.eventTime(), recorded);
    }

    /** How long after the event it was recorded, where that is over 24 hours. */
    public Optional<Duration> delay() {
        if (eventTime.isEmpty() || recorded.isEmpty()) {
            return Optional.empty();
        }
        Duration delay = Duration.between(eventTime.get().toInstant(), recorded.get());
        return delay.compareTo(IN_TIME) > 0 ? Optional.of(delay) : Optional.empty();
    }

    /** The answer with {@code eventTime}, {@code late} and {@code recorded}; what has no time stays as it is. */
    public JsonObject added(JsonObject answer) {
        if (eventTime.isEmpty()) {
            return answer;
        }
        ObjectBuilder out = Json.object().put("eventTime", WireTime.text(eventTime.get()));
        JsonObject times = delay().map(delay -> out.put(
                        "late", Json.object().put("delay", delay.toString()).build()))
                .orElseGet(() -> out.put("late", Json.string(null)))
                .putWire("recorded", recorded.map(WireTime::text))
                .build();
        JsonObject all = answer;
        for (var member : times.members().entrySet()) {
            all = all.with(member.getKey(), member.getValue());
        }
        return all;
    }
}

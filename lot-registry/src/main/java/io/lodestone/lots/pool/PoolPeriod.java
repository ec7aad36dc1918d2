package io.lodestone.lots.pool;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.ObjectBuilder;
import io.lodestone.evidence.statement.WireTime;
import java.time.Instant;
import java.util.Optional;

/**
 * A period of a pool.
 *
 * @param openedIndex of the statement that opened it; the one that closed it has {@code closed}
 */
public record PoolPeriod(String name, long openedIndex, Instant openedAt, Optional<End> closed) {

    /** Where in the log a period was frozen, and when it ended. */
    public record End(long index, Instant at) {}

    public ObjectBuilder putInto(ObjectBuilder out) {
        return out.put(
                        "closedAt",
                        Json.string(closed.map(end -> WireTime.text(end.at())).orElse(null)))
                .put(
                        "closedIndex",
                        closed.<Json>map(end -> Json.integer(end.index())).orElse(Json.JsonNull.NULL))
                .put("openedAt", WireTime.text(openedAt))
                .put("openedIndex", openedIndex)
                .put("period", name)
                .put("state", state());
    }

    /** A frozen period never changes any more. */
    public String state() {
        return closed.isPresent() ? "frozen" : "open";
    }
}

package io.lodestone.custody.sweep;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonNull;
import io.lodestone.evidence.canonical.Json.JsonObject;
import java.util.Optional;

/**
 * One disagreement, and where it is.
 *
 * @param table where it is stored
 * @param column what of it disagrees; the key column where the row is missing
 * @param key of the row, where it is one that follows from statements
 * @param index the entry it belongs to; empty for what belongs to no single one
 * @param message for people; repeats nothing of what is stored
 */
public record Finding(String table, String column, Optional<String> key, Optional<Long> index, String message) {

    public static Finding at(long index, String table, String column, String message) {
        return new Finding(table, column, Optional.empty(), Optional.of(index), message);
    }

    public static Finding of(String table, String column, String message) {
        return new Finding(table, column, Optional.empty(), Optional.empty(), message);
    }

    public JsonObject json() {
        return Json.object()
                .put("column", column)
                .put("index", index.<Json>map(Json::integer).orElse(JsonNull.NULL))
                .put("key", key.<Json>map(Json::string).orElse(JsonNull.NULL))
                .put("message", message)
                .put("table", table)
                .build();
    }
}

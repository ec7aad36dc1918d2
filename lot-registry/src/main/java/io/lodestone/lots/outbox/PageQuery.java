package io.lodestone.lots.outbox;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.digest.Base64Text;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A page of a list that has an order: what the last page ended with, and how many items the next may have. */
public record PageQuery<K>(Optional<K> after, int limit) {

    private static final int MAX_LIMIT = 200;
    private static final int DEFAULT_LIMIT = 50;

    /** @param key reads what a cursor holds, which callers hand back and read nothing into */
    public static <K> PageQuery<K> of(@Nullable String cursor, @Nullable String limit, Function<String, K> key) {
        return new PageQuery<>(
                parsed(
                        "cursor",
                        cursor,
                        text -> key.apply(new String(Base64Text.decodeUrl(text), StandardCharsets.US_ASCII))),
                parsed("limit", limit, PageQuery::limit).orElse(DEFAULT_LIMIT));
    }

    private static <T> Optional<T> parsed(String name, @Nullable String text, Function<String, T> parse) {
        try {
            return Optional.ofNullable(text).map(parse);
        } catch (IllegalArgumentException e) {
            throw new FormatException(Fault.MALFORMED, name, "is not a value that this parameter has");
        }
    }

    private static int limit(String text) {
        int limit = Integer.parseInt(text);
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("out of bounds");
        }
        return limit;
    }

    /**
     * The page of what was found.
     *
     * @param found at most one more than the limit, which tells that there is another page
     */
    public <T> JsonObject page(List<T> found, Function<T, ?> key, Function<T, JsonObject> json) {
        List<T> page = found.subList(0, Math.min(limit, found.size()));
        Optional<String> next = found.size() > page.size()
                ? Optional.of(Base64Text.encodeUrl(
                        key.apply(page.get(page.size() - 1)).toString().getBytes(StandardCharsets.US_ASCII)))
                : Optional.empty();
        return Json.object().put("items", page, json).putWire("next", next).build();
    }
}

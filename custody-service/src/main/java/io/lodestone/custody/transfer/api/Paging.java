package io.lodestone.custody.transfer.api;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.digest.Base64Text;
import io.lodestone.kit.problem.KitProblem;
import io.lodestone.kit.problem.LedgerProblem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** A page of a list that grows at its end. The cursor is opaque to callers: the index of the last item they saw. */
public record Paging(long after, int limit) {

    private static final int DEFAULT = 50;
    private static final int MAX = 200;

    public static Paging of(@Nullable String cursor, @Nullable String limit) {
        try {
            long after = cursor == null
                    ? 0
                    : Long.parseLong(new String(Base64Text.decodeUrl(cursor), StandardCharsets.US_ASCII));
            int items = limit == null ? DEFAULT : Integer.parseInt(limit);
            return new Paging(after, Math.max(1, Math.min(MAX, items)));
        } catch (IllegalArgumentException e) {
            throw new LedgerProblem(
                    KitProblem.BAD_REQUEST, "The cursor or the limit is not one that is given out here.");
        }
    }

    /** @param index place in the log by which the list is ordered */
    public <T> JsonObject page(List<T> found, ToLongFunction<T> index, Function<T, Json> json) {
        String next = found.size() < limit ? null : cursor(index.applyAsLong(found.get(found.size() - 1)));
        return Json.object().put("items", found, json).put("next", next).build();
    }

    /** What to ask with for what stands after this place. */
    public static String cursor(long place) {
        return Base64Text.encodeUrl(Long.toString(place).getBytes(StandardCharsets.US_ASCII));
    }
}

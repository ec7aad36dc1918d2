package io.lodestone.custody.transfer.api;

import io.lodestone.custody.transfer.app.TransferQueries.Listed;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.digest.Base64Text;
import io.lodestone.kit.problem.KitProblem;
import io.lodestone.kit.problem.LedgerProblem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a list that grows at its end. The cursor is opaque to callers: the index of the last offer they saw. */
record Paging(long after, int limit) {

    private static final int DEFAULT = 50;
    private static final int MAX = 200;

    static Paging of(@Nullable String cursor, @Nullable String limit) {
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

    JsonObject page(List<Listed> found) {
        String next = found.size() < limit
                ? null
                : Base64Text.encodeUrl(Long.toString(found.get(found.size() - 1).offeredIndex())
                        .getBytes(StandardCharsets.US_ASCII));
        return Json.object()
                .put("items", found, TransferJson::of)
                .put("next", next)
                .build();
    }
}

package io.lodestone.lots.bulk;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.kit.problem.LedgerProblem;
import io.lodestone.lots.custody.Disposition;
import io.lodestone.lots.outbox.SourceKey;
import java.util.Optional;

/**
 * What became of one item.
 *
 * @param status 201 recorded, 200 recorded before, 202 kept and still underway, else that of its problem
 * @param repeated whether an earlier request, or an item ahead of it, had made the statement already
 */
public record BulkResult(
        int position,
        Optional<SourceKey> key,
        int status,
        boolean repeated,
        Optional<Made> made,
        Optional<LedgerProblem> problem) {

    /** A statement with what became of it. */
    public record Made(Statement statement, Disposition disposition) {}

    public static BulkResult refused(BulkItem item, LedgerProblem problem) {
        return new BulkResult(
                item.position(), item.key(), problem.type().status(), false, Optional.empty(), Optional.of(problem));
    }

    /** @param recorded whether it is accepted and its effect is shown here */
    public static BulkResult made(BulkItem item, Made made, boolean repeated, boolean recorded) {
        int status = !recorded ? 202 : repeated ? 200 : 201;
        return new BulkResult(item.position(), item.key(), status, repeated, Optional.of(made), Optional.empty());
    }

    /** The same, for another item that asks for the same under the same key. */
    public BulkResult again(BulkItem item) {
        return new BulkResult(
                item.position(), item.key(), status == 201 ? 200 : status, made.isPresent(), made, problem);
    }

    /** @param state how a statement is shown */
    public JsonObject json(java.util.function.Function<Made, Json> state, Json refusal) {
        return Json.object()
                .put("key", key.<Json>map(SourceKey::json).orElse(Json.string(null)))
                .put(
                        "lots",
                        Json.strings(made.stream()
                                .flatMap(some -> some.statement().body().creates().stream())
                                .map(Object::toString)
                                .toList()))
                .put("position", position)
                .put("problem", refusal)
                .put("repeated", repeated)
                .put("statement", made.map(state).orElse(Json.string(null)))
                .put("status", status)
                .build();
    }
}

package io.lodestone.custody.transfer.api;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.StatementId;
import io.lodestone.kit.body.JsonBody;
import io.lodestone.kit.ids.Ids;
import io.lodestone.kit.problem.KitProblem;
import io.lodestone.kit.problem.LedgerProblem;
import org.jspecify.annotations.Nullable;

/** What makes two requests the same: where they go and what they say, in whatever layout. */
public final class Requests {

    private Requests() {}

    public static Digest digest(String action, String target, byte[] body) {
        return Digest.sha256(CanonicalJson.bytes(Json.object()
                .put("action", action)
                .put("body", JsonBody.read(body))
                .put("target", target)
                .put("type", "lodestone-custody-request")
                .build()));
    }

    /** The id that the caller's key gives the statement; a fresh one where there is no key. */
    public static StatementId id(@Nullable String key, Ids ids) {
        try {
            return key == null ? new StatementId(ids.next()) : StatementId.parse(key);
        } catch (IllegalArgumentException e) {
            throw new LedgerProblem(KitProblem.BAD_REQUEST, "Idempotency-Key must be a version 7 UUID.")
                    .at("Idempotency-Key");
        }
    }
}

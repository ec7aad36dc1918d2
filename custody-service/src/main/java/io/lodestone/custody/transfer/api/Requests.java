package io.lodestone.custody.transfer.api;

import io.lodestone.custody.transfer.app.OnBehalf;
import io.lodestone.custody.wire.OutcomeReply;
import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.ObjectBuilder;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.StatementId;
import io.lodestone.kit.actor.Actor;
import io.lodestone.kit.body.JsonBody;
import io.lodestone.kit.body.JsonReply;
import io.lodestone.kit.ids.Ids;
import io.lodestone.kit.problem.KitProblem;
import io.lodestone.kit.problem.LedgerProblem;
import jakarta.ws.rs.core.Response;
import java.util.function.UnaryOperator;
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

    /**
     * The request of a caller.
     *
     * @param prepare {@code true} where the statement is only made, so that its party can sign and submit it
     */
    public static OnBehalf.Request of(
            Actor actor, @Nullable String key, Ids ids, Digest request, @Nullable String prepare) {
        if (prepare != null && !prepare.equals("true") && !prepare.equals("false")) {
            throw new LedgerProblem(KitProblem.BAD_REQUEST, "prepare is true or false.").at("prepare");
        }
        return new OnBehalf.Request(actor, id(key, ids), request, "true".equals(prepare));
    }

    /** 200 with what a party signs and submits, or what came of it. */
    public static Response reply(OnBehalf.Made made, UnaryOperator<ObjectBuilder> more) {
        return made.outcome()
                .map(outcome -> OutcomeReply.of(outcome, more))
                .orElseGet(() -> JsonReply.ok(made.submission().json()));
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

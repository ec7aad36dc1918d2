package io.lodestone.lots.outbox.api;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.statement.Annex;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.WireTime;
import io.lodestone.kit.body.JsonReply;
import io.lodestone.kit.problem.Problems;
import io.lodestone.lots.custody.Disposition;
import io.lodestone.lots.feed.Happened;
import io.lodestone.lots.outbox.Outcome;
import io.lodestone.lots.outbox.Refusals;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Answers to requests that make a statement: 201, 202, the refusal, or 200 with what a party signs and submits itself. */
public final class StatementReplies {

    private StatementReplies() {}

    /**
     * @param described what the answer says beside the member {@code statement}
     * @param path where what was made is found
     */
    public static Response reply(
            Outcome outcome, Function<Statement, JsonObject> described, Function<Statement, String> path) {
        if (outcome instanceof Outcome.Recorded recorded) {
            Statement statement = recorded.statement();
            JsonObject body = with(described.apply(statement), statement, recorded.where());
            return JsonReply.created(path.apply(statement), body);
        } else if (outcome instanceof Outcome.Underway underway) {
            JsonObject body = described.apply(underway.statement());
            String location = "/statements/" + underway.statement().id();
            return JsonReply.accepted(location, with(body, underway.statement(), underway.soFar()));
        }
        if (outcome instanceof Outcome.ToSign made) {
            return JsonReply.ok(Json.object()
                    .put("annexes", made.annexes(), Annex::json)
                    .put("signature", Json.string(null))
                    .put("statement", made.statement().json())
                    .build());
        } else if (outcome instanceof Outcome.Repeated repeated) {
            return repeated(repeated.first(), described);
        }
        return Problems.reply(Refusals.problem(((Outcome.Refused) outcome).refusal()));
    }

    /** 200 in place of 201: nothing was made by this request. */
    private static Response repeated(Outcome first, Function<Statement, JsonObject> described) {
        if (first instanceof Outcome.Recorded recorded) {
            JsonObject body = with(described.apply(recorded.statement()), recorded.statement(), recorded.where());
            return JsonReply.ok(body.with("repeated", Json.JsonBoolean.TRUE));
        }
        Outcome.Underway underway = (Outcome.Underway) first;
        JsonObject body = with(described.apply(underway.statement()), underway.statement(), underway.soFar());
        String location = "/statements/" + underway.statement().id();
        return JsonReply.accepted(location, body.with("repeated", Json.JsonBoolean.TRUE));
    }

    private static JsonObject with(JsonObject body, Statement statement, Disposition disposition) {
        Optional<Instant> recorded =
                disposition instanceof Disposition.Accepted accepted ? Optional.of(accepted.time()) : Optional.empty();
        return Happened.of(statement.body(), recorded).added(body).with("statement", state(statement, disposition));
    }

    /** The state of a statement: index and time are null until it is accepted, refusal unless it is refused. */
    public static JsonObject state(Statement statement, Disposition disposition) {
        Json.ObjectBuilder out = Json.object()
                .putWire("digest", statement.digest())
                .putWire("id", statement.id())
                .put("type", statement.body().kind().type());
        if (disposition instanceof Disposition.Accepted accepted) {
            return out.put("index", accepted.index())
                    .put("refusal", Json.string(null))
                    .put("state", "ACCEPTED")
                    .put("time", WireTime.text(accepted.time()))
                    .build();
        }
        out = out.put("index", Json.string(null)).put("time", Json.string(null));
        if (disposition instanceof Disposition.Refused refused) {
            return out.put("refusal", refusal(refused)).put("state", "REFUSED").build();
        }
        return out.put("refusal", Json.string(null)).put("state", "QUEUED").build();
    }

    private static JsonObject refusal(Disposition.Refused refused) {
        return Json.object()
                .put("code", refused.code())
                .put("detail", refused.reason())
                .put("field", refused.path())
                .build();
    }
}

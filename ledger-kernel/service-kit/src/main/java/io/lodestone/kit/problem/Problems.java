package io.lodestone.kit.problem;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Writes problems as RFC 9457 documents. */
public final class Problems {

    public static final String MEDIA_TYPE = "application/problem+json";

    private Problems() {}

    public static byte[] bytes(LedgerProblem problem) {
        return CanonicalJson.bytes(json(problem));
    }

    /** The document itself, for an answer that holds several. */
    public static JsonObject json(LedgerProblem problem) {
        JsonObject body = Json.object()
                .put("type", problem.type().uri())
                .put("title", problem.type().title())
                .put("status", problem.type().status())
                .put("detail", problem.detail())
                .build();
        return with(with(body, "field", problem.field()), "bound", problem.bound());
    }

    private static JsonObject with(JsonObject body, String name, Optional<String> text) {
        return text.map(value -> body.with(name, Json.string(value))).orElse(body);
    }

    /** The answer for a problem, with {@code Retry-After} and {@code WWW-Authenticate} where they belong. */
    public static Response reply(LedgerProblem problem) {
        return builder(problem).build();
    }

    /** The answer for a refusal that the model decided. */
    public static Response reply(ProblemType type, String detail) {
        return reply(new LedgerProblem(type, detail));
    }

    static Response.ResponseBuilder builder(LedgerProblem problem) {
        Response.ResponseBuilder reply = Response.status(problem.type().status())
                .header(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
                .entity(bytes(problem));
        problem.retryAfter().ifPresent(wait -> reply.header(HttpHeaders.RETRY_AFTER, Math.max(1, wait.toSeconds())));
        if (problem.type().status() == 401) {
            // RFC 6750 section 3: no error code where no token was sent.
            boolean missing = problem.type() == KitProblem.TOKEN_MISSING;
            reply.header(HttpHeaders.WWW_AUTHENTICATE, missing ? "Bearer" : "Bearer error=\"invalid_token\"");
        }
        return reply;
    }
}

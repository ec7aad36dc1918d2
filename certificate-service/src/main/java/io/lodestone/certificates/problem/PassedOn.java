package io.lodestone.certificates.problem;

import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.kit.client.Reply;
import io.lodestone.kit.problem.LedgerProblem;
import io.lodestone.kit.problem.ProblemType;
import java.util.Optional;

/**
 * A refusal that another service decided, under the slug and status it chose.
 *
 * @param field the member of what this service sent, which is not always one of what the caller sent
 */
public record PassedOn(String slug, int status, String title, String detail, Optional<String> field)
        implements ProblemType {

    private static final int MAX_TEXT = 4_096;

    /** The problem that was answered; empty where the answer is not a problem of a Lodestone service. */
    public static Optional<PassedOn> of(Reply reply) {
        return reply.problem().map(slug -> {
            Members body = Members.of(reply.json());
            return new PassedOn(
                    slug,
                    reply.status(),
                    body.optionalString("title", MAX_TEXT).orElse(slug),
                    body.optionalString("detail", MAX_TEXT).orElse(slug),
                    body.optionalString("field", MAX_TEXT));
        });
    }

    /** As it was stored; {@link FormatException} for anything else. */
    public static PassedOn read(Json stored) {
        Members in = Members.of(stored);
        PassedOn refusal = new PassedOn(
                in.string("slug", 64),
                Math.toIntExact(in.integer("status", 400, 599)),
                in.string("title", MAX_TEXT),
                in.string("detail", MAX_TEXT),
                in.nullableString("field", MAX_TEXT));
        in.end();
        return refusal;
    }

    public JsonObject json() {
        return Json.object()
                .put("detail", detail)
                .putWire("field", field)
                .put("slug", slug)
                .put("status", status)
                .put("title", title)
                .build();
    }

    public LedgerProblem problem() {
        LedgerProblem problem = new LedgerProblem(this, detail);
        return field.map(problem::at).orElse(problem);
    }
}

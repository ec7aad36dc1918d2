package io.lodestone.custody.log.api;

import io.lodestone.evidence.digest.Digest;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;

/** Answers about the public log: the same for everyone, from any origin, with a strong validator. */
final class PublicReply {

    static final String TEXT = "text/plain; charset=utf-8";

    private PublicReply() {}

    /** What never changes under its address, so that any cache may keep it. */
    static Response immutable(Request request, byte[] body, String type) {
        return reply(request, body, type, "public, max-age=31536000, immutable");
    }

    /** What the next publication replaces. */
    static Response passing(Request request, byte[] body, String type) {
        return reply(request, body, type, "public, max-age=1");
    }

    /** What never changes but for lines that may still be added at its end. */
    static Response growing(Request request, byte[] body, String type) {
        return reply(request, body, type, "public, max-age=60");
    }

    static Response text(Request request, String text) {
        return passing(request, text.getBytes(StandardCharsets.UTF_8), TEXT);
    }

    private static Response reply(Request request, byte[] body, String type, String cache) {
        EntityTag tag = new EntityTag(Digest.sha256(body).toString());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder reply = unchanged == null ? Response.ok(body, type) : unchanged;
        return reply.tag(tag)
                .header("Cache-Control", cache)
                .header("Access-Control-Allow-Origin", "*")
                .build();
    }
}

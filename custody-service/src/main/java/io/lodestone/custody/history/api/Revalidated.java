package io.lodestone.custody.history.api;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.digest.Digest;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/** An answer to one caller that it may keep, and has to ask again about (RFC 9111 section 5.2.2.4). */
final class Revalidated {

    private Revalidated() {}

    static Response json(Request request, Json body) {
        byte[] bytes = CanonicalJson.bytes(body);
        EntityTag tag = new EntityTag(Digest.sha256(bytes).toString());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder reply = unchanged == null ? Response.ok(bytes, MediaType.APPLICATION_JSON) : unchanged;
        return reply.tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
                .build();
    }
}

package io.lodestone.kit.body;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Answers in canonical JSON. */
public final class JsonReply {

    private JsonReply() {}

    public static Response ok(Json body) {
        return of(200, body).build();
    }

    /** 201, with the path where the new resource stands. */
    public static Response created(String path, Json body) {
        return of(201, body).header(HttpHeaders.LOCATION, path).build();
    }

    /** 202, with the path where the outcome will stand. */
    public static Response accepted(String path, Json body) {
        return of(202, body).header(HttpHeaders.LOCATION, path).build();
    }

    /** Any other status, or more headers. */
    public static Response.ResponseBuilder of(int status, Json body) {
        return Response.status(status)
                .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
                .entity(CanonicalJson.bytes(body));
    }
}

package io.lodestone.custody.transfer.api;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.kit.body.JsonBody;

/** What makes two requests the same: where they go and what they say, in whatever layout. */
final class Requests {

    private Requests() {}

    static Digest digest(String action, String target, byte[] body) {
        return Digest.sha256(CanonicalJson.bytes(Json.object()
                .put("action", action)
                .put("body", JsonBody.read(body))
                .put("target", target)
                .put("type", "lodestone-custody-request")
                .build()));
    }
}

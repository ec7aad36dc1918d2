package io.lodestone.custody.key.api;

import io.lodestone.custody.key.ShownKeys;
import io.lodestone.custody.transfer.api.Paging;
import io.lodestone.evidence.acceptance.PartyKey;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonBoolean;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.statement.PartyKeyAdded;
import io.lodestone.evidence.statement.WireTime;
import java.time.Instant;

/** Keys as they are answered. */
final class KeyJson {

    private KeyJson() {}

    static JsonObject page(Paging paging, ShownKeys shown, Instant now) {
        return paging.page(shown.keys(), PartyKey::index, key -> json(key, now))
                .with("signingRequired", JsonBoolean.of(shown.signingRequired()));
    }

    private static JsonObject json(PartyKey key, Instant now) {
        PartyKeyAdded added = key.added();
        Json revoked = key.revoked().<Json>map(Json::integer).orElse(Json.JsonNull.NULL);
        return Json.object()
                .put("addedIndex", key.index())
                .put("algorithm", added.key().type().joseName())
                .put("from", WireTime.text(added.from()))
                .putWire("key", added.key())
                .put("name", added.name())
                .put("revokedIndex", revoked)
                .put("state", state(key, now))
                .putWire("thumbprint", added.key().thumbprint())
                .put("until", WireTime.text(added.until()))
                .build();
    }

    private static String state(PartyKey key, Instant now) {
        if (key.revoked().isPresent()) {
            return "revoked";
        } else if (now.isBefore(key.added().from())) {
            return "not-yet-valid";
        }
        return now.isBefore(key.added().until()) ? "valid" : "over";
    }
}

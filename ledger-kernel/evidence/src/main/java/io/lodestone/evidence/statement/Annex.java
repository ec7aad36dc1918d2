package io.lodestone.evidence.statement;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.digest.Digest;

/**
 * A salted document of which a statement holds only the digest: names, prices, free text. It can be shown alone, and
 * withdrawn, without touching the statement.
 */
public record Annex(JsonObject content, Salt salt) {

    public static Annex read(Json json, String path) {
        Members in = Members.of(json, path);
        in.format("lodestone-annex", 1);
        Annex annex = new Annex(in.object("content").json(), in.parsed("salt", 24, Salt::new));
        in.end();
        return Formats.same(annex, annex.json(), json, path);
    }

    /** The person who acted for the party; personal data, so never in the statement itself. */
    public static Annex person(String person, Salt salt) {
        return new Annex(
                Json.object().put("kind", "person").put("person", person).build(), salt);
    }

    /** The name of a party or facility. */
    public static Annex name(String kind, String name, Salt salt) {
        return new Annex(Json.object().put("kind", kind).put("name", name).build(), salt);
    }

    public JsonObject json() {
        return Json.object()
                .put("content", content)
                .putWire("salt", salt)
                .put("type", "lodestone-annex")
                .put("version", 1)
                .build();
    }

    public Digest digest() {
        return Digest.sha256(CanonicalJson.bytes(json()));
    }
}

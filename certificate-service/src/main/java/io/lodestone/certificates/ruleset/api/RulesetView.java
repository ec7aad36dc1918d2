package io.lodestone.certificates.ruleset.api;

import io.lodestone.certificates.ruleset.Publication;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonNull;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Json.ObjectBuilder;
import io.lodestone.evidence.ruleset.Ruleset;
import java.util.Optional;

/** A ruleset as it is answered. */
record RulesetView(Ruleset ruleset, Optional<Publication> publication) {

    JsonObject summary() {
        return members().build();
    }

    JsonObject whole() {
        return members()
                .put("document", ruleset.json())
                .put("jws", published().map(Publication::jws).orElse(null))
                .build();
    }

    private Optional<Publication> published() {
        return publication.filter(Publication::isPublished);
    }

    private ObjectBuilder members() {
        return Json.object()
                .putWire("digest", ruleset.digest())
                .put("edition", ruleset.edition())
                .put("id", ruleset.id())
                .putWire("knownTo", ruleset.knownTo())
                .put("measures", ruleset.measures(), measure -> Json.string(measure.id()))
                .put(
                        "publishedIndex",
                        published()
                                .flatMap(Publication::index)
                                .<Json>map(Json::integer)
                                .orElse(JsonNull.NULL))
                .putWire("publisher", published().map(Publication::publisher))
                .putWire("statement", published().map(Publication::statementId));
    }
}

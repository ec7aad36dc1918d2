package io.lodestone.lots.party;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonNull;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.statement.PartyId;
import java.util.Optional;

/** An admitted party, with its description as it holds now. */
public record Party(PartyId party, String country, Optional<String> name, Optional<Described> description) {

    /** What anybody may know of it: all but the country is for the party itself and for the registrar. */
    public Party countryOnly() {
        return new Party(party, country, Optional.empty(), Optional.empty());
    }

    /** The name of the description, where one holds, and else the one it was registered with. */
    public JsonObject json() {
        Optional<String> current = description
                .flatMap(Described::content)
                .map(content -> content.name())
                .or(() -> name);
        return Json.object()
                .put("country", country)
                .put("description", description.<Json>map(Described::json).orElse(JsonNull.NULL))
                .putWire("name", current)
                .putWire("party", party)
                .build();
    }
}

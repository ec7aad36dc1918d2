package io.lodestone.lots.party;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.statement.PartyId;
import java.util.Optional;

/** An admitted party. */
public record Party(PartyId party, String country, Optional<String> name) {

    /** What anybody may know of it: names are for the party itself and for the registrar. */
    public Party withoutName() {
        return new Party(party, country, Optional.empty());
    }

    public JsonObject json() {
        return Json.object()
                .put("country", country)
                .putWire("name", name)
                .putWire("party", party)
                .build();
    }
}

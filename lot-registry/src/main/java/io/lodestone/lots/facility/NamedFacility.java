package io.lodestone.lots.facility;

import io.lodestone.evidence.acceptance.Facility;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import java.util.Optional;

/** A facility with the name its operator gave it, where that was not withdrawn. */
public record NamedFacility(Facility facility, Optional<String> name) {

    public JsonObject json() {
        return Json.object()
                .put("country", facility.country())
                .putWire("facility", facility.facility())
                .putWire("name", name)
                .putWire("operator", facility.operator())
                .build();
    }
}

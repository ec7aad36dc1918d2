package io.lodestone.lots.facility;

import io.lodestone.evidence.acceptance.Facility;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.party.FacilityDescription;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A facility with what its operator says of it.
 *
 * @param name as it was read from the annex, where that was sent
 * @param description empty where the annex says more, or other things, than is understood here
 */
public record NamedFacility(Facility facility, Optional<String> name, Optional<FacilityDescription> description) {

    public Optional<ZoneId> zone() {
        return description.flatMap(FacilityDescription::zone);
    }

    public JsonObject json() {
        JsonObject described =
                description.map(FacilityDescription::json).orElse(Json.object().build());
        return Json.object()
                .put("coordinates", member(described, "coordinates"))
                .put("country", facility.country())
                .putWire("facility", facility.facility())
                .put("gln", member(described, "gln"))
                .putWire("name", name)
                .putWire("operator", facility.operator())
                .put("zone", member(described, "zone"))
                .build();
    }

    private static Json member(JsonObject described, String name) {
        Json value = described.get(name);
        return value == null ? Json.JsonNull.NULL : value;
    }
}

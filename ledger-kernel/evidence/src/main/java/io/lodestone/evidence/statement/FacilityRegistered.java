package io.lodestone.evidence.statement;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.provenance.Places;

/** A party states a facility it operates. Name and place are in an annex. */
public record FacilityRegistered(String country, FacilityId facility) implements Body {

    static FacilityRegistered read(Members in) {
        return new FacilityRegistered(
                in.parsed("country", 2, Places::country), in.parsed("facility", 36, FacilityId::parse));
    }

    @Override
    public Kind kind() {
        return Kind.FACILITY_REGISTERED;
    }

    @Override
    public JsonObject json() {
        return Json.object()
                .put("country", country)
                .putWire("facility", facility)
                .build();
    }
}

package io.lodestone.lots.provenance;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonNull;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.statement.Form;
import io.lodestone.evidence.statement.LotId;
import java.util.Map;

/**
 * A lot, or some of it, that was assembled into another and is still recognisable there.
 *
 * @param taken what went into the assembly
 * @param seen whether the one who asks may see that lot: others learn form and mass
 */
public record Part(LotId lot, Form form, OriginVector taken, boolean seen) {

    public JsonObject json(Map<Digest, OriginProfile> profiles) {
        JsonObject origin = OriginRollUp.of(taken, profiles);
        return Json.object()
                .put("elements", seen ? origin.members().getOrDefault("elements", JsonNull.NULL) : JsonNull.NULL)
                .put("form", form.wire())
                .put("lot", Json.string(seen ? lot.toString() : null))
                .put("massKg", taken.total().toKg())
                .build();
    }
}

package io.lodestone.lots.pool;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.lots.provenance.OriginRollUp;

/** A mass-balance credit that was claimed for a lot: a claim beside what the lot physically holds, and no part of it. */
public record Credit(long index, LotId pool, String element, Digest profile, Mass mass) {

    /** Names neither the pool nor any operator: whoever the lot was handed to may read it. */
    public JsonObject json(OriginProfile origin) {
        return Json.object()
                .put("element", element)
                .put("index", index)
                .put("kg", mass.toKg())
                .put("origin", OriginRollUp.chain(origin))
                .build();
    }
}

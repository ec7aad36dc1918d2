package io.lodestone.lots.lot;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.LotId;
import java.util.Optional;

/**
 * A lot that was asked for: its statement waits, or was refused.
 *
 * @param refusal code, if it was refused
 */
public record DraftLot(LotId lot, String form, Mass mass, Optional<String> refusal) {

    public JsonObject json() {
        return Json.object()
                .put("form", form)
                .putWire("lot", lot)
                .put("massKg", mass.toKg())
                .putWire("refusal", refusal)
                .put("state", refusal.isPresent() ? "REFUSED" : "PENDING")
                .build();
    }
}

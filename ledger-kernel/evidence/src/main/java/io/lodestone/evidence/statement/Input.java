package io.lodestone.evidence.statement;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.quantity.Mass;
import java.util.Optional;

/**
 * What a transformation takes from one lot.
 *
 * @param assay the assay that was relied on, if any
 * @param consumed book mass taken, open mass included
 * @param vector what remained of the lot at that version, before this consumption
 */
public record Input(LotVersion of, Mass consumed, Optional<AssayId> assay, OriginVector vector) {

    static Input read(Members in) {
        return new Input(
                new LotVersion(in.parsed("lot", 36, LotId::parse), in.integer("lotVersion", 1, Json.JsonInteger.MAX)),
                in.parsed("consumedUg", 19, Mass::parsePositive),
                in.nullableParsed("assay", 36, AssayId::parse),
                OriginVector.read(in.object("vector")));
    }

    public LotId lot() {
        return of.lot();
    }

    JsonObject json() {
        return Json.object()
                .putWire("assay", assay)
                .putWire("consumedUg", consumed)
                .putWire("lot", of.lot())
                .put("lotVersion", of.version())
                .put("vector", vector.json())
                .build();
    }
}

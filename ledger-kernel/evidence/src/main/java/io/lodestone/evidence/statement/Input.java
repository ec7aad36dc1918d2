package io.lodestone.evidence.statement;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Json.ObjectBuilder;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.provenance.StatedElements;
import io.lodestone.evidence.quantity.Mass;
import java.util.Optional;

/**
 * What a transformation takes from one lot.
 *
 * @param assay the assay that was relied on, if any
 * @param consumed book mass taken, open mass included
 * @param vector what remained of the lot at that version, before this consumption
 * @param uncertainties expanded uncertainty (k = 2) of the book mass of each element consumed, as far as an assay gives
 *     it; stated from version 2 on
 */
public record Input(
        LotVersion of,
        Mass consumed,
        Optional<AssayId> assay,
        OriginVector vector,
        Optional<StatedElements> uncertainties) {

    /** Version 1, without uncertainties. */
    public Input(LotVersion of, Mass consumed, Optional<AssayId> assay, OriginVector vector) {
        this(of, consumed, assay, vector, Optional.empty());
    }

    static Input read(Members in, long version) {
        return new Input(
                new LotVersion(in.parsed("lot", 36, LotId::parse), in.integer("lotVersion", 1, Json.JsonInteger.MAX)),
                in.parsed("consumedUg", 19, Mass::parsePositive),
                in.nullableParsed("assay", 36, AssayId::parse),
                OriginVector.read(in.object("vector")),
                version > 1 ? StatedElements.read(in, "uncertainties") : Optional.empty());
    }

    public LotId lot() {
        return of.lot();
    }

    JsonObject json(long version) {
        ObjectBuilder out = Json.object();
        if (version > 1) {
            out = out.put(
                    "uncertainties", uncertainties.map(StatedElements::json).orElse(Json.JsonNull.NULL));
        }
        return out.putWire("assay", assay)
                .putWire("consumedUg", consumed)
                .putWire("lot", of.lot())
                .put("lotVersion", of.version())
                .put("vector", vector.json())
                .build();
    }
}

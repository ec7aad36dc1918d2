package io.lodestone.evidence.statement;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.ObjectBuilder;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.provenance.OriginVector;

/** A pool as a statement finds it: the version it was computed from, and all that the pool holds at that version. */
public record PoolState(LotVersion of, OriginVector vector) {

    static PoolState read(Members in) {
        return new PoolState(
                new LotVersion(in.parsed("pool", 36, LotId::parse), in.integer("lotVersion", 1, Json.JsonInteger.MAX)),
                OriginVector.read(in.object("vector")));
    }

    public LotId pool() {
        return of.lot();
    }

    ObjectBuilder putInto(ObjectBuilder out) {
        return out.putWire("pool", of.lot()).put("lotVersion", of.version()).put("vector", vector.json());
    }
}

package io.lodestone.evidence.statement;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.provenance.Places;

/** The registrar admits a party. Its first act in a log is to admit itself. Names are in an annex. */
public record PartyRegistered(String country, PartyId party) implements Body {

    static PartyRegistered read(Members in) {
        return new PartyRegistered(in.parsed("country", 2, Places::country), in.parsed("party", 36, PartyId::parse));
    }

    @Override
    public Kind kind() {
        return Kind.PARTY_REGISTERED;
    }

    @Override
    public JsonObject json() {
        return Json.object().put("country", country).putWire("party", party).build();
    }
}

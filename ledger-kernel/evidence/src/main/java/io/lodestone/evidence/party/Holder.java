package io.lodestone.evidence.party;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.ObjectBuilder;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.provenance.Places;
import io.lodestone.evidence.statement.PartyId;
import java.util.Optional;

/** Somebody who owns: a party of this ledger by its id, or anybody else by name. Exactly one of the two is there. */
public record Holder(
        Optional<PartyId> party, Optional<String> name, Optional<Identifier> identifier, Optional<String> country) {

    public Holder {
        if (party.isPresent() == name.isPresent()) {
            throw new IllegalArgumentException("must be named by party or by name, and not by both");
        }
    }

    static Holder read(Members in) {
        Optional<PartyId> party = in.optionalParsed("party", 36, PartyId::parse);
        Optional<String> name = in.optionalParsed("name", Texts.MAX_NAME, Texts::line);
        Optional<Identifier> identifier = Texts.object(in, "identifier", Identifier::read);
        Optional<String> country = in.optionalParsed("country", 2, Places::country);
        return in.made("party", () -> new Holder(party, name, identifier, country));
    }

    /** The same text for the same owner in descriptions of different parties: id, else identifier, else name. */
    public String key() {
        return party.map(PartyId::toString)
                .or(() -> identifier.map(Identifier::toString))
                .orElseGet(() -> "name:" + country.orElse("") + ":" + name.orElse(""));
    }

    public ObjectBuilder json() {
        return Json.object()
                .putWire("country", country)
                .put("identifier", Texts.json(identifier, Identifier::json))
                .putWire("name", name)
                .putWire("party", party);
    }
}

package io.lodestone.lots.party;

import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.provenance.Places;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.lots.outbox.Fields;
import java.util.Optional;

/** A party to be admitted. */
public record PartyRequest(Optional<PartyId> party, String country, String name) {

    public static PartyRequest read(Members in) {
        return new PartyRequest(
                in.optionalParsed("party", 36, PartyId::parse),
                in.parsed("country", 2, Places::country),
                in.parsed("name", Fields.NAME, Fields::name));
    }
}

package io.lodestone.lots.party;

import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.party.PartyDescription;
import io.lodestone.evidence.provenance.Places;
import io.lodestone.evidence.statement.PartyId;
import java.util.Optional;

/** A party to be admitted. */
public record PartyRequest(Optional<PartyId> party, String country, PartyDescription description) {

    public static PartyRequest read(Members in) {
        return new PartyRequest(
                in.optionalParsed("party", 36, PartyId::parse),
                in.parsed("country", 2, Places::country),
                PartyDescription.read(in));
    }
}

package io.lodestone.lots.facility;

import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.party.FacilityDescription;
import io.lodestone.evidence.provenance.Places;
import io.lodestone.evidence.statement.FacilityId;
import java.util.Optional;

/** A place of work to be stated. */
public record FacilityRequest(Optional<FacilityId> facility, String country, FacilityDescription description) {

    public static FacilityRequest read(Members in) {
        return new FacilityRequest(
                in.optionalParsed("facility", 36, FacilityId::parse),
                in.parsed("country", 2, Places::country),
                FacilityDescription.read(in));
    }
}

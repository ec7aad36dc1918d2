package io.lodestone.lots.facility;

import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.provenance.Places;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.lots.outbox.Fields;
import java.util.Optional;

/** A place of work to be stated. */
public record FacilityRequest(Optional<FacilityId> facility, String country, String name) {

    public static FacilityRequest read(Members in) {
        return new FacilityRequest(
                in.optionalParsed("facility", 36, FacilityId::parse),
                in.parsed("country", 2, Places::country),
                in.parsed("name", Fields.NAME, Fields::name));
    }
}

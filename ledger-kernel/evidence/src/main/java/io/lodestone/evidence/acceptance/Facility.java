package io.lodestone.evidence.acceptance;

import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.PartyId;

/** A facility, the party that operates it and the country it lies in. */
public record Facility(FacilityId facility, PartyId operator, String country) {}

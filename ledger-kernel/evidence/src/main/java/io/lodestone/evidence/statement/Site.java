package io.lodestone.evidence.statement;

import io.lodestone.evidence.canonical.Json.ObjectBuilder;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.Places;
import java.util.Optional;

/**
 * Where and under whom something was made, as it stood then: country, facility, operator (a salted digest) and the
 * country that ultimately controls the operator. It is written into each material statement and never looked up later.
 */
public record Site(String country, FacilityId facility, Optional<Digest> operator, Places ownership) {

    static Site read(Members in) {
        return new Site(
                in.parsed("country", 2, Places::country),
                in.parsed("facility", 36, FacilityId::parse),
                in.nullableParsed("operator", 44, Digest::parse),
                Places.read(in, "ownership"));
    }

    ObjectBuilder putInto(ObjectBuilder out) {
        return out.put("country", country)
                .putWire("facility", facility)
                .putWire("operator", operator)
                .put("ownership", ownership.json());
    }
}

package io.lodestone.certificates.certificate;

import io.lodestone.certificates.determination.ShipmentFacts;
import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.determination.OriginPolicy;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.ruleset.Days;
import io.lodestone.evidence.statement.CertificateId;
import io.lodestone.evidence.statement.LotId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What an owner asks to have certified.
 *
 * @param certificate the id it shall have; empty to be given one
 * @param mass empty for all that is left of the lot
 * @param edition of the ruleset; empty for the current one
 */
public record CertificateRequest(
        Optional<CertificateId> certificate,
        LotId lot,
        Optional<Mass> mass,
        Optional<String> edition,
        LocalDate date,
        OriginPolicy policy,
        ShipmentFacts facts,
        JsonObject stated) {

    /** Takes the members of a request. */
    public static CertificateRequest read(Members in) {
        return new CertificateRequest(
                in.optionalParsed("certificate", 36, CertificateId::parse),
                in.parsed("lot", 36, LotId::parse),
                in.optionalParsed("massKg", 32, Mass::parseKg),
                in.optionalString("edition", 64),
                in.parsed("date", 10, Days::parse),
                in.optionalParsed("originPolicy", 16, OriginPolicy::parse).orElse(OriginPolicy.TRACED_THROUGH),
                ShipmentFacts.read(in),
                in.json());
    }

    /** Tells one request from another under the same idempotency key. */
    public Digest digest() {
        return Digest.sha256(CanonicalJson.bytes(stated));
    }
}

package io.lodestone.evidence.certificate;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonArray;
import io.lodestone.evidence.canonical.Json.JsonInteger;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.determination.Consignment;
import io.lodestone.evidence.determination.Determination;
import io.lodestone.evidence.determination.ExactSubstances;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.merkle.TreeSize;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.ruleset.Ruleset;
import io.lodestone.evidence.statement.CertificateId;
import io.lodestone.evidence.statement.Form;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.PartyId;
import java.util.List;

/**
 * What a certificate says ({@code SPEC.md} section 6): a lot, how much of it, where that comes from element by element,
 * the shipment it was asked about, and the determination that follows from these and a ruleset.
 *
 * @param asOf size of the log the issuer had seen
 * @param comparison the outcomes under the other origin policies, for whoever reads the law another way
 */
public record Claims(
        CertificateId certificate,
        PartyId issuer,
        String log,
        TreeSize asOf,
        LotVersion lot,
        Form form,
        Mass certified,
        String purpose,
        OriginVector vector,
        List<OriginProfile> profiles,
        RulesetRef ruleset,
        JsonObject consignment,
        JsonObject determination,
        Json comparison) {

    private static final int MAX_PROFILES = 8_192;

    /** The ruleset by digest of its canonical document, with the names people know it by. */
    public record RulesetRef(Digest digest, String edition, String id) {

        static RulesetRef read(Members in) {
            RulesetRef ref = new RulesetRef(
                    in.parsed("digest", 44, Digest::parse), in.string("edition", 64), in.string("id", 64));
            in.end();
            return ref;
        }

        JsonObject json() {
            return Json.object()
                    .putWire("digest", digest)
                    .put("edition", edition)
                    .put("id", id)
                    .build();
        }
    }

    /** The determination that belongs into claims with these facts. */
    public static JsonObject determine(
            Ruleset ruleset, Consignment consignment, OriginVector vector, List<OriginProfile> profiles) {
        return Determination.of(ruleset, consignment, vector, profiles, ExactSubstances.FROM_ATOMIC_MASSES)
                .json();
    }

    /** The comparison that belongs into claims with these facts. */
    public static JsonArray compare(
            Ruleset ruleset, Consignment consignment, OriginVector vector, List<OriginProfile> profiles) {
        return Determination.compare(ruleset, consignment, vector, profiles, ExactSubstances.FROM_ATOMIC_MASSES);
    }

    public static Claims read(JsonObject json) {
        Members in = Members.of(json);
        in.format("lodestone-claims", 1);
        Claims claims = new Claims(
                in.parsed("certificate", 36, CertificateId::parse),
                in.parsed("issuer", 36, PartyId::parse),
                in.string("log", 128),
                new TreeSize(in.integer("asOf", 1, JsonInteger.MAX)),
                new LotVersion(in.parsed("lot", 36, LotId::parse), in.integer("lotVersion", 1, JsonInteger.MAX)),
                in.parsed("form", 16, Form::parse),
                in.parsed("certifiedUg", 19, Mass::parsePositive),
                in.string("purpose", 16),
                OriginVector.read(in.object("vector")),
                in.objects("profiles", MAX_PROFILES, OriginProfile::read),
                RulesetRef.read(in.object("ruleset")),
                in.object("consignment").json(),
                in.object("determination").json(),
                in.value("comparison"));
        in.end();
        if (!claims.json().equals(json)) {
            throw new FormatException(Fault.NOT_CANONICAL, "", "the claims are not in their one spelling");
        }
        return claims;
    }

    public JsonObject json() {
        return Json.object()
                .put("asOf", asOf.value())
                .putWire("certificate", certificate)
                .putWire("certifiedUg", certified)
                .put("comparison", comparison)
                .put("consignment", consignment)
                .put("determination", determination)
                .put("form", form.wire())
                .putWire("issuer", issuer)
                .put("log", log)
                .putWire("lot", lot.lot())
                .put("lotVersion", lot.version())
                .put("profiles", profiles, OriginProfile::json)
                .put("purpose", purpose)
                .put("ruleset", ruleset.json())
                .put("type", "lodestone-claims")
                .put("vector", vector.json())
                .put("version", 1)
                .build();
    }

    public byte[] bytes() {
        return CanonicalJson.bytes(json());
    }

    /** What CertificateIssued commits to, and what the certificate's payload must hash to. */
    public Digest digest() {
        return Digest.sha256(bytes());
    }
}

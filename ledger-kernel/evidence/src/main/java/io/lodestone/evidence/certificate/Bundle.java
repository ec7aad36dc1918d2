package io.lodestone.evidence.certificate;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonNull;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;

/**
 * A certificate and everything needed to check it without a network ({@code SPEC.md} section 7).
 *
 * @param certificate compact JWS over the canonical claims
 * @param checkpoint signed note that all three proofs lead to
 * @param issued receipt of the CertificateIssued statement
 * @param published receipt of the RulesetPublished statement
 * @param ruleset compact JWS over the canonical ruleset
 */
public record Bundle(
        String certificate, String checkpoint, Genesis genesis, Receipt issued, Receipt published, String ruleset) {

    /** Room for a certificate of 1,000 profiles and a large ruleset. */
    public static final int MAX_BYTES = 8 << 20;

    private static final int MAX_JWS = 2 << 20;
    private static final int MAX_NOTE = 1 << 18;

    /** Parses canonical bytes; {@link FormatException} for anything else. */
    public static Bundle parse(byte[] canonical) {
        Members in = Members.of(CanonicalJson.parse(canonical, MAX_BYTES));
        in.format("lodestone-bundle", 1);
        Bundle bundle = new Bundle(
                in.string("certificate", MAX_JWS),
                in.string("checkpoint", MAX_NOTE),
                Genesis.read(in.object("genesis")),
                Receipt.read(in.object("issued")),
                Receipt.read(in.object("published")),
                in.string("ruleset", MAX_JWS));
        if (in.value("status") != JsonNull.NULL) {
            throw new FormatException(Fault.WRONG_TYPE, "status", "must be null in this version");
        }
        in.end();
        return bundle;
    }

    public JsonObject json() {
        return Json.object()
                .put("certificate", certificate)
                .put("checkpoint", checkpoint)
                .put("genesis", genesis.json())
                .put("issued", issued.json())
                .put("published", published.json())
                .put("ruleset", ruleset)
                .put("status", JsonNull.NULL)
                .put("type", "lodestone-bundle")
                .put("version", 1)
                .build();
    }

    public byte[] bytes() {
        return CanonicalJson.bytes(json());
    }
}

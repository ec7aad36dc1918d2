package io.lodestone.evidence.statement;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.digest.Base64Text;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.quantity.Mass;
import java.util.List;

/**
 * The owner of some lots commits to the claims of a certificate over them, before it is signed.
 *
 * @param claims digest of the canonical claims, which the certificate's payload must be
 * @param key RFC 7638 thumbprint of the key that is to sign
 * @param purpose masses are certified once a purpose
 */
public record CertificateIssued(
        CertificateId certificate, Digest claims, String key, List<Certified> lots, String purpose, Digest ruleset)
        implements Body {

    /** How much of a lot is certified, and the vector it is certified with. */
    public record Certified(LotVersion of, Mass mass, Digest vector) {

        static Certified read(Members in) {
            return new Certified(
                    new LotVersion(
                            in.parsed("lot", 36, LotId::parse), in.integer("lotVersion", 1, Json.JsonInteger.MAX)),
                    in.parsed("certifiedUg", 19, Mass::parsePositive),
                    in.parsed("vector", 44, Digest::parse));
        }

        JsonObject json() {
            return Json.object()
                    .putWire("certifiedUg", mass)
                    .putWire("lot", of.lot())
                    .put("lotVersion", of.version())
                    .putWire("vector", vector)
                    .build();
        }
    }

    static CertificateIssued read(Members in) {
        List<Certified> lots = Formats.notEmpty(in.path("lots"), in.objects("lots", Formats.MAX_LOTS, Certified::read));
        Formats.sorted(in.path("lots"), lots, item -> item.of().lot());
        return new CertificateIssued(
                in.parsed("certificate", 36, CertificateId::parse),
                in.parsed("claims", 44, Digest::parse),
                in.parsed("key", 43, CertificateIssued::thumbprint),
                lots,
                in.parsed("purpose", 16, CertificateIssued::purpose),
                in.parsed("ruleset", 44, Digest::parse));
    }

    private static String thumbprint(String text) {
        if (Base64Text.decodeUrl(text).length != Digest.LENGTH) {
            throw new IllegalArgumentException("must be a SHA-256 thumbprint in base64url");
        }
        return text;
    }

    private static String purpose(String text) {
        if (!text.equals("origin")) {
            throw new IllegalArgumentException("must be origin");
        }
        return text;
    }

    @Override
    public Kind kind() {
        return Kind.CERTIFICATE_ISSUED;
    }

    @Override
    public List<LotVersion> spends() {
        return lots.stream().map(Certified::of).toList();
    }

    @Override
    public JsonObject json() {
        return Json.object()
                .putWire("certificate", certificate)
                .putWire("claims", claims)
                .put("key", key)
                .put("lots", lots, Certified::json)
                .put("purpose", purpose)
                .putWire("ruleset", ruleset)
                .build();
    }
}

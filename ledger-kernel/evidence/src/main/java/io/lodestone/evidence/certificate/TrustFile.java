package io.lodestone.evidence.certificate;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.checkpoint.VerifierKey;
import io.lodestone.evidence.digest.Base64Text;
import io.lodestone.evidence.signature.Environment;
import io.lodestone.evidence.signature.X509;
import io.lodestone.evidence.statement.PartyId;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * What the one who verifies decides to trust ({@code SPEC.md} section 8): log keys, certificate roots, and the parties
 * whose rulesets count. It comes by another way than the bundle does.
 */
public record TrustFile(List<TrustedLog> logs, List<X509Certificate> roots, List<PartyId> rulesetPublishers) {

    private static final int MAX_ITEMS = 64;

    /** A log's key, and the environment its first entry must state. */
    public record TrustedLog(VerifierKey key, Environment environment) {

        static TrustedLog read(Members in) {
            return new TrustedLog(
                    in.parsed("vkey", 512, VerifierKey::parse), in.parsed("environment", 16, Environment::parse));
        }

        JsonObject json() {
            return Json.object()
                    .put("environment", environment.wire())
                    .putWire("vkey", key)
                    .build();
        }
    }

    /** Reads a trust file in any layout, for people edit it; {@link FormatException} for anything else. */
    public static TrustFile read(byte[] bytes) {
        Members in = Members.of(CanonicalJson.read(bytes, CanonicalJson.MAX_DOCUMENT_BYTES));
        in.format("lodestone-trust", 1);
        TrustFile trust = new TrustFile(
                in.objects("logs", MAX_ITEMS, TrustedLog::read),
                in.strings("roots", MAX_ITEMS, 2 * X509.MAX_BYTES, TrustFile::root),
                in.strings("rulesetPublishers", MAX_ITEMS, 36, PartyId::parse));
        in.end();
        if (trust.logs.stream().map(log -> log.key().name()).distinct().count() != trust.logs.size()) {
            throw new FormatException(Fault.MALFORMED, "logs", "name a log twice");
        }
        return trust;
    }

    private static X509Certificate root(String base64) {
        return X509.parse(Base64Text.decode(base64));
    }

    public Optional<TrustedLog> log(String origin) {
        return logs.stream().filter(log -> log.key().name().equals(origin)).findFirst();
    }

    public JsonObject json() {
        return Json.object()
                .put("logs", logs, TrustedLog::json)
                .put("roots", roots, root -> Json.string(encoded(root)))
                .put("rulesetPublishers", rulesetPublishers, party -> Json.string(party.toString()))
                .put("type", "lodestone-trust")
                .put("version", 1)
                .build();
    }

    private static String encoded(X509Certificate root) {
        try {
            return Base64Text.encode(root.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new FormatException(Fault.MALFORMED, "roots", "cannot be encoded");
        }
    }
}

package io.lodestone.evidence.certificate;

import static io.lodestone.evidence.certificate.Rejection.unless;
import static io.lodestone.evidence.certificate.RejectionReason.CERTIFICATE_SIGNATURE;
import static io.lodestone.evidence.certificate.RejectionReason.CLAIMS_DIFFER;
import static io.lodestone.evidence.certificate.RejectionReason.ISSUER_DIFFERS;
import static io.lodestone.evidence.certificate.RejectionReason.MALFORMED;
import static io.lodestone.evidence.certificate.RejectionReason.ORDER;
import static io.lodestone.evidence.certificate.RejectionReason.RULESET_DIFFERS;
import static io.lodestone.evidence.certificate.RejectionReason.RULESET_SIGNATURE;

import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.digest.Base64Text;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.signature.CompactJws;
import io.lodestone.evidence.signature.Environment;
import io.lodestone.evidence.signature.SignatureVerification;
import io.lodestone.evidence.signature.Thumbprint;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.CertificateIssued;
import io.lodestone.evidence.statement.RulesetPublished;
import io.lodestone.evidence.witness.TlogPolicy;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Verifies a bundle against a trust file, step by step as {@code SPEC.md} section 9 numbers them. Needs no network and
 * no clock: every signature is judged as of the time of its log entry.
 */
public final class BundleVerifier {

    public static final String CERTIFICATE_TYP = "lodestone-certificate+jwt";
    public static final String RULESET_TYP = "lodestone-ruleset+jwt";

    private final TrustFile trust;
    private final Optional<TlogPolicy> policy;

    public BundleVerifier(TrustFile trust) {
        this(trust, Optional.empty());
    }

    /** @param policy the witnesses that must have cosigned the checkpoint */
    public BundleVerifier(TrustFile trust, Optional<TlogPolicy> policy) {
        this.trust = trust;
        this.policy = policy;
    }

    public Verification verify(byte[] bundle) {
        if (trust.logs().isEmpty()) {
            return new Verification.Incomplete("the trust file names no log");
        }
        if (trust.roots().isEmpty()) {
            return new Verification.Incomplete("the trust file names no root certificate");
        }
        if (trust.rulesetPublishers().isEmpty()) {
            return new Verification.Incomplete("the trust file names no publisher of rulesets");
        }
        try {
            return new Verification.Verified(steps(parse(bundle)));
        } catch (Rejection rejection) {
            return rejection.result();
        }
    }

    /** Step 1. */
    private static Bundle parse(byte[] bytes) {
        try {
            return Bundle.parse(bytes);
        } catch (FormatException e) {
            throw new Rejection(MALFORMED, e.path() + " " + e.reason());
        }
    }

    private VerifiedCertificate steps(Bundle bundle) {
        // Steps 2 to 9.
        LogCheck log = LogCheck.open(bundle.checkpoint(), trust, policy);
        log.genesis(bundle.genesis());
        log.receipt(bundle.published(), "published");
        log.receipt(bundle.issued(), "issued");
        RulesetPublished published = body(bundle.published(), RulesetPublished.class);
        CertificateIssued issued = body(bundle.issued(), CertificateIssued.class);
        // Step 10.
        unless(
                bundle.published().proof().index().value()
                        < bundle.issued().proof().index().value(),
                ORDER,
                "the ruleset's entry does not stand before the certificate's");
        unless(
                !bundle.issued()
                        .entry()
                        .time()
                        .isBefore(bundle.published().entry().time()),
                ORDER,
                "the log's time runs backwards");
        // What steps 12 and 15 hash comes before any signature over it: it is cheaper, and nothing unproven is parsed.
        unless(
                issued.ruleset().equals(published.ruleset()),
                RULESET_DIFFERS,
                "the certificate was issued under another than was published");
        committed(bundle.ruleset(), published.ruleset(), RULESET_DIFFERS, RULESET_SIGNATURE);
        committed(bundle.certificate(), issued.claims(), CLAIMS_DIFFER, CERTIFICATE_SIGNATURE);
        // Steps 11 and 12.
        CompactJws.Content ruleset = ruleset(bundle);
        environment(ruleset, log.log().environment(), RULESET_SIGNATURE);
        // Steps 13 to 15.
        CompactJws.Content signed = signed(
                bundle.certificate(), CERTIFICATE_TYP, bundle.issued().entry().time(), CERTIFICATE_SIGNATURE);
        issuer(signed, bundle.issued(), issued);
        environment(signed, log.log().environment(), CERTIFICATE_SIGNATURE);
        Claims claims = claims(signed.payload(), issued, bundle);
        // Steps 16 and 17.
        ClaimsCheck.vector(claims, issued);
        ClaimsCheck.determination(claims, ruleset.payload(), published);
        return new VerifiedCertificate(
                claims,
                log.log().environment(),
                log.checkpoint(),
                bundle.issued().proof().index(),
                bundle.issued().entry().time(),
                bundle.published().proof().index(),
                bundle.published().entry().time(),
                fingerprint(signed),
                log.met(),
                log.cosignatures());
    }

    private static <T extends Body> T body(Receipt receipt, Class<T> kind) {
        Body body = receipt.statement().body();
        unless(kind.isInstance(body), MALFORMED, "a receipt is of another kind of statement");
        return kind.cast(body);
    }

    /** The payload of a JWS is the document that a statement committed to. */
    private static void committed(String jws, Digest digest, RejectionReason differs, RejectionReason malformed) {
        String[] parts = jws.split("\\.", -1);
        try {
            unless(parts.length == 3, malformed, "a JWS has three parts");
            unless(
                    Digest.sha256(Base64Text.decodeUrl(parts[1])).equals(digest),
                    differs,
                    "the payload is another document than the statement commits to");
        } catch (IllegalArgumentException e) {
            throw new Rejection(malformed, "the payload is not base64url in its one spelling");
        }
    }

    /** Step 11. */
    private CompactJws.Content ruleset(Bundle bundle) {
        Receipt receipt = bundle.published();
        CompactJws.Content content =
                signed(bundle.ruleset(), RULESET_TYP, receipt.entry().time(), RULESET_SIGNATURE);
        String publisher = receipt.statement().actor().toString();
        unless(
                content.chain().subject().commonName().equals(publisher),
                RULESET_SIGNATURE,
                "the signer is not the party that published it");
        unless(
                trust.rulesetPublishers().contains(receipt.statement().actor()),
                RULESET_SIGNATURE,
                "the publisher is not in the trust file");
        return content;
    }

    private CompactJws.Content signed(String jws, String typ, Instant asOf, RejectionReason reason) {
        SignatureVerification<CompactJws.Content> result = CompactJws.verify(jws, typ, trust.roots(), asOf);
        if (result instanceof SignatureVerification.Rejected<CompactJws.Content> rejected) {
            throw new Rejection(reason, rejected.detail());
        }
        return ((SignatureVerification.Verified<CompactJws.Content>) result).value();
    }

    /** Step 14. */
    private static void issuer(CompactJws.Content signed, Receipt receipt, CertificateIssued issued) {
        unless(
                signed.chain()
                        .subject()
                        .commonName()
                        .equals(receipt.statement().actor().toString()),
                ISSUER_DIFFERS,
                "the certificate is signed by another party");
        unless(
                Thumbprint.of(signed.chain().leafKey()).toString().equals(issued.key()),
                ISSUER_DIFFERS,
                "the certificate is signed with another key than the issuer announced");
    }

    /** A development key vouches for nothing in a production log, whatever it signs. */
    private static void environment(CompactJws.Content signed, Environment environment, RejectionReason reason) {
        boolean development = signed.chain().subject().organisationalUnit().stream()
                .anyMatch(unit -> unit.toLowerCase(Locale.ROOT).contains(Environment.DEVELOPMENT.wire()));
        unless(
                !development || environment == Environment.DEVELOPMENT,
                reason,
                "a development key signed in production");
    }

    /** Step 15. */
    private static Claims claims(JsonObject payload, CertificateIssued issued, Bundle bundle) {
        try {
            Claims claims = Claims.read(payload);
            ClaimsCheck.commitment(claims, issued, bundle.issued());
            return claims;
        } catch (FormatException e) {
            throw new Rejection(CLAIMS_DIFFER, "the claims are malformed: " + e.path() + " " + e.reason());
        }
    }

    private static Digest fingerprint(CompactJws.Content signed) {
        try {
            return Digest.sha256(signed.chain().root().getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a parsed certificate can be encoded", e);
        }
    }
}

package io.lodestone.evidence.signature;

import static io.lodestone.evidence.signature.SignatureVerification.rejected;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.digest.Base64Text;
import io.lodestone.evidence.signature.SignatureVerification.Rejected;
import io.lodestone.evidence.signature.SignatureVerification.Verified;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A signed canonical document in JWS compact serialisation (RFC 7515 section 3.1).
 *
 * <p>The protected header is canonical JSON with exactly {@code alg}, {@code typ} and {@code x5c}, so the certificates
 * are signed too; the payload is canonical JSON; base64url has one spelling. One document and key give one text.
 */
public final class CompactJws {

    /** Base64url of a document of the largest size, with a header and a signature. */
    public static final int MAX_LENGTH = 2 * CanonicalJson.MAX_DOCUMENT_BYTES;

    private static final int MAX_HEADER_BYTES = 32_768;
    private static final int MAX_X5C = 8;

    private CompactJws() {}

    /** What was signed and by whom. The payload's canonical bytes are the bytes that were signed. */
    public record Content(JsonObject payload, CertificateChain chain) {}

    /**
     * Signs with the key of the first certificate of {@code x5c}. {@link IllegalStateException} where the signer turns
     * out to hold another key, so that no document leaves that nobody could verify.
     */
    public static String sign(String typ, List<byte[]> x5c, JsonObject payload, Signer signer) {
        PublicKey key = x5c.stream()
                .findFirst()
                .flatMap(der -> X509.publicKey(X509.parse(der)))
                .orElseThrow(() -> new IllegalArgumentException("the first certificate must hold an Ed25519 key"));
        byte[] header = CanonicalJson.bytes(Json.object()
                .put("alg", key.suite().joseName())
                .put("typ", typ)
                .put("x5c", Json.strings(x5c.stream().map(Base64Text::encode).toList()))
                .build());
        String input = Base64Text.encodeUrl(header) + "." + Base64Text.encodeUrl(CanonicalJson.bytes(payload));
        byte[] signature = signer.sign(ascii(input));
        if (!key.verifies(ascii(input), signature)) {
            throw new IllegalStateException("the signer does not hold the key of its certificate");
        }
        return input + "." + Base64Text.encodeUrl(signature);
    }

    /**
     * Verifies form, header, certificate chain (as of {@code asOf}, up to one of {@code roots}) and signature, in this
     * order, and returns the first thing that is wrong.
     */
    public static SignatureVerification<Content> verify(
            String jws, String typ, Collection<X509Certificate> roots, Instant asOf) {
        if (jws.length() > MAX_LENGTH) {
            return rejected(SignatureFault.TOO_LARGE, "a JWS has at most " + MAX_LENGTH + " characters");
        }
        Parts parts;
        try {
            parts = Parts.parse(jws);
        } catch (IllegalArgumentException | FormatException e) {
            return rejected(SignatureFault.MALFORMED, String.valueOf(e.getMessage()));
        }
        Optional<SignatureSuite> suite = SignatureSuite.ofJose(parts.header.alg);
        if (suite.isEmpty()) {
            return rejected(SignatureFault.ALGORITHM_UNKNOWN, "the algorithm is not known here");
        }
        if (!parts.header.typ.equals(typ)) {
            return rejected(SignatureFault.TYP_DIFFERS, "the document is not of type " + typ);
        }
        SignatureVerification<CertificateChain> chain = CertificateChain.verify(parts.header.x5c, roots, asOf);
        if (chain instanceof Verified<CertificateChain> verified) {
            return parts.verify(suite.get(), verified.value());
        }
        return ((Rejected<CertificateChain>) chain).as();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private record Header(String alg, String typ, List<byte[]> x5c) {

        static Header parse(byte[] bytes) {
            Members in = Members.of(CanonicalJson.parse(bytes, MAX_HEADER_BYTES));
            Header header = new Header(
                    in.string("alg", 32),
                    in.string("typ", 64),
                    in.strings("x5c", MAX_X5C, 2 * X509.MAX_BYTES, Base64Text::decode));
            in.end();
            return header;
        }
    }

    /** The three parts; a class, for it holds bytes. */
    private static final class Parts {

        private final Header header;
        private final byte[] payload;
        private final byte[] input;
        private final byte[] signature;

        private Parts(Header header, byte[] payload, byte[] input, byte[] signature) {
            this.header = header;
            this.payload = payload;
            this.input = input;
            this.signature = signature;
        }

        static Parts parse(String jws) {
            String[] parts = jws.split("\\.", -1);
            if (parts.length != 3) {
                throw new IllegalArgumentException("a JWS has three parts");
            }
            return new Parts(
                    Header.parse(Base64Text.decodeUrl(parts[0])),
                    Base64Text.decodeUrl(parts[1]),
                    ascii(parts[0] + "." + parts[1]),
                    Base64Text.decodeUrl(parts[2]));
        }

        SignatureVerification<Content> verify(SignatureSuite suite, CertificateChain chain) {
            if (chain.leafKey().suite() != suite || !chain.leafKey().verifies(input, signature)) {
                return rejected(SignatureFault.SIGNATURE_INVALID, "the signature is not by the certificate's key");
            }
            try {
                if (CanonicalJson.parse(payload) instanceof JsonObject object) {
                    return new Verified<>(new Content(object, chain));
                }
                return rejected(SignatureFault.PAYLOAD_NOT_CANONICAL, "the payload is not a JSON object");
            } catch (FormatException e) {
                return rejected(SignatureFault.PAYLOAD_NOT_CANONICAL, String.valueOf(e.getMessage()));
            }
        }
    }
}

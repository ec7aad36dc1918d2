package io.lodestone.evidence.signature;

import static io.lodestone.evidence.signature.TestCertificate.seed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.digest.Base64Text;
import io.lodestone.evidence.signature.CompactJws.Content;
import io.lodestone.evidence.signature.SignatureVerification.Rejected;
import io.lodestone.evidence.signature.SignatureVerification.Verified;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CompactJwsTest {

    private static final String TYP = "lodestone-certificate+jwt";
    private static final Instant NOW = Instant.parse("2026-11-22T07:30:00Z");
    private static final List<byte[]> X5C =
            List.of(TestCertificate.leaf().der(), TestCertificate.issuing().der());
    private static final List<X509Certificate> ROOTS =
            List.of(TestCertificate.root().build());
    private static final JsonObject PAYLOAD = Json.object()
            .put("name", "Müller")
            .put("type", "example")
            .put("version", 1)
            .build();
    private static final String JWS = CompactJws.sign(TYP, X5C, PAYLOAD, seed(3));

    private static SignatureFault fault(String jws) {
        return CompactJws.verify(jws, TYP, ROOTS, NOW) instanceof Rejected<Content> rejected ? rejected.fault() : null;
    }

    /** Signs whatever header and payload, as a careless or hostile signer would. */
    private static String signed(String header, String payload) {
        String input = url(header) + "." + url(payload);
        return input + "." + Base64Text.encodeUrl(seed(3).sign(input.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String url(String text) {
        return Base64Text.encodeUrl(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String header() {
        return new String(Base64Text.decodeUrl(JWS.substring(0, JWS.indexOf('.'))), StandardCharsets.UTF_8);
    }

    @Test
    void what_is_signed_verifies_and_gives_the_payload() {
        Content content = ((Verified<Content>) CompactJws.verify(JWS, TYP, ROOTS, NOW)).value();
        assertThat(content.payload()).isEqualTo(PAYLOAD);
        assertThat(content.chain().leafKey()).isEqualTo(seed(3).publicKey());
        assertThat(header())
                .startsWith("{\"alg\":\"EdDSA\",\"typ\":\"lodestone-certificate+jwt\",\"x5c\":[\"")
                .endsWith("\"]}");
        assertThat(CompactJws.sign(TYP, X5C, PAYLOAD, seed(3))).isEqualTo(JWS);
        assertThat(signed(header(), "{\"name\":\"Müller\",\"type\":\"example\",\"version\":1}"))
                .isEqualTo(JWS);
    }

    @Test
    void does_not_sign_with_another_key_than_the_certificates() {
        assertThatIllegalStateException().isThrownBy(() -> CompactJws.sign(TYP, X5C, PAYLOAD, seed(4)));
    }

    @Test
    void the_form_is_exact() {
        for (String bad : List.of(
                "",
                ".",
                "..",
                JWS + ".",
                JWS + "=",
                JWS + "\n",
                JWS.substring(0, JWS.lastIndexOf('.')),
                JWS.replaceFirst("\\.", ".="),
                " " + JWS,
                "not base64.e30.e30")) {
            assertThat(fault(bad)).as(bad).isEqualTo(SignatureFault.MALFORMED);
        }
        assertThat(fault("a".repeat(CompactJws.MAX_LENGTH + 1))).isEqualTo(SignatureFault.TOO_LARGE);
    }

    @Test
    void the_header_is_canonical_and_has_three_members() {
        for (String bad : List.of(
                "{}",
                "[]",
                header().replace("{\"alg\"", "{ \"alg\""),
                header().replace("\"typ\"", "\"kid\":\"1\",\"typ\""),
                header().replace("{\"alg\":\"EdDSA\",", "{"),
                header().replace("\"alg\":\"EdDSA\"", "\"alg\":null"),
                header().replaceFirst("\\[\"", "[\"!"))) {
            assertThat(fault(signed(bad, "{}"))).as(bad).isEqualTo(SignatureFault.MALFORMED);
        }
    }

    @Test
    void the_algorithm_must_be_known() {
        for (String alg : List.of("none", "HS256", "Ed25519", "eddsa", "")) {
            assertThat(fault(signed(header().replace("EdDSA", alg), "{}"))).isEqualTo(SignatureFault.ALGORITHM_UNKNOWN);
        }
    }

    @Test
    void a_document_for_another_use_is_refused() {
        String other = CompactJws.sign("lodestone-ruleset+jwt", X5C, PAYLOAD, seed(3));
        assertThat(fault(other)).isEqualTo(SignatureFault.TYP_DIFFERS);
    }

    @Test
    void the_chain_must_hold() {
        assertThat(CompactJws.verify(JWS, TYP, List.of(), NOW))
                .isInstanceOfSatisfying(
                        Rejected.class, it -> assertThat(it.fault()).isEqualTo(SignatureFault.ROOT_UNKNOWN));
        assertThat(CompactJws.verify(JWS, TYP, ROOTS, Instant.parse("2028-01-01T00:00:00Z")))
                .isInstanceOfSatisfying(
                        Rejected.class, it -> assertThat(it.fault()).isEqualTo(SignatureFault.CERTIFICATE_EXPIRED));
    }

    @Test
    void the_signature_must_be_by_the_leaf() {
        String input = JWS.substring(0, JWS.lastIndexOf('.'));
        String forged = input + "." + Base64Text.encodeUrl(seed(2).sign(input.getBytes(StandardCharsets.US_ASCII)));
        assertThat(fault(forged)).isEqualTo(SignatureFault.SIGNATURE_INVALID);
        assertThat(fault(input + ".")).isEqualTo(SignatureFault.SIGNATURE_INVALID);
    }

    @Test
    void the_payload_is_a_canonical_object() {
        for (String bad : List.of("", "[]", "{ }", "{\"b\":1,\"a\":2}", "{\"a\":1.5}", "{\"a\":1,\"a\":1}")) {
            assertThat(fault(signed(header(), bad))).as(bad).isEqualTo(SignatureFault.PAYLOAD_NOT_CANONICAL);
        }
    }

    @Test
    void no_flipped_bit_verifies_and_none_throws() {
        Random random = new Random(7515);
        byte[] jws = JWS.getBytes(StandardCharsets.US_ASCII);
        for (int round = 0; round < 500; round++) {
            byte[] flipped = jws.clone();
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
            assertThat(fault(new String(flipped, StandardCharsets.ISO_8859_1))).isNotNull();
        }
    }
}

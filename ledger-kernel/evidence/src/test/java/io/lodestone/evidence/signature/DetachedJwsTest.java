package io.lodestone.evidence.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.digest.Base64Text;
import io.lodestone.evidence.testing.TestKey;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DetachedJwsTest {

    private static final byte[] PAYLOAD = "{\"a\":\"1.2\"}".getBytes(StandardCharsets.UTF_8);
    private static final List<TestKey> KEYS = List.of(TestKey.ed25519("one"), TestKey.p256("two"));

    private static DetachedJws signed(TestKey key) {
        return DetachedJws.sign(DetachedJws.STATEMENT, key.key(), PAYLOAD, key.signer());
    }

    private static DetachedJws parse(String text) {
        return DetachedJws.parse(DetachedJws.STATEMENT, text);
    }

    @Test
    void what_was_signed_is_read_back_and_verifies_for_its_key_and_payload_alone() {
        for (TestKey key : KEYS) {
            DetachedJws jws = signed(key);
            assertThat(parse(jws.toString())).isEqualTo(jws);
            assertThat(jws.toString().length()).isLessThanOrEqualTo(DetachedJws.MAX_LENGTH);
            assertThat(jws.key()).isEqualTo(key.thumbprint());
            assertThat(jws.verifies(key.key(), PAYLOAD)).isTrue();
            assertThat(jws.verifies(key.key(), "{\"a\":\"1.3\"}".getBytes(StandardCharsets.UTF_8)))
                    .isFalse();
            for (TestKey other : List.of(TestKey.ed25519("three"), TestKey.p256("three"))) {
                assertThat(jws.verifies(other.key(), PAYLOAD)).isFalse();
            }
        }
    }

    /** What the JDK verifies any JOSE library does, once it is told that the payload is not encoded. */
    @Test
    void an_unrelated_implementation_verifies_it() throws Exception {
        for (TestKey key : KEYS) {
            String[] parts = signed(key).toString().split("\\.", -1);
            assertThat(new String(Base64Text.decodeUrl(parts[0]), StandardCharsets.UTF_8))
                    .isEqualTo("{\"alg\":\"" + key.key().type().joseName()
                            + "\",\"b64\":false,\"crit\":[\"b64\"],\"kid\":\"" + key.thumbprint()
                            + "\",\"typ\":\"lodestone-statement\"}");
            boolean edwards = key.key().type() == KeyType.ED25519;
            Signature platform = Signature.getInstance(edwards ? "Ed25519" : "SHA256withECDSAinP1363Format");
            platform.initVerify(KeyFactory.getInstance(edwards ? "Ed25519" : "EC")
                    .generatePublic(new X509EncodedKeySpec(key.key().info())));
            platform.update((parts[0] + ".").getBytes(StandardCharsets.US_ASCII));
            platform.update(PAYLOAD);
            assertThat(platform.verify(Base64Text.decodeUrl(parts[2]))).isTrue();
        }
    }

    @Test
    void another_header_spelling_use_or_form_is_refused() {
        TestKey key = KEYS.get(0);
        String[] parts = signed(key).toString().split("\\.", -1);
        String header = new String(Base64Text.decodeUrl(parts[0]), StandardCharsets.UTF_8);
        for (String other : List.of(
                header.replace("EdDSA", "none"),
                header.replace("EdDSA", "HS256"),
                header.replace("EdDSA", "ES384"),
                header.replace("\"b64\":false,\"crit\":[\"b64\"],", ""),
                header.replace("\"b64\":false", "\"b64\":true"),
                header.replace("[\"b64\"]", "[]"),
                header.replace("[\"b64\"]", "[\"b64\",\"exp\"]"),
                header.replace("lodestone-statement", "lodestone-ruleset+jwt"),
                header.replace("{\"alg\"", "{ \"alg\""),
                header.replace("}", ",\"x5c\":[]}"),
                header.replace(key.thumbprint().toString(), "x"),
                header.replace("{", ""))) {
            assertThat(other).isNotEqualTo(header);
            String encoded = Base64Text.encodeUrl(other.getBytes(StandardCharsets.UTF_8));
            refused(encoded + ".." + parts[2]);
        }
        String good = signed(key).toString();
        refused(parts[0] + "." + Base64Text.encodeUrl(PAYLOAD) + "." + parts[2]);
        refused(parts[0] + "." + parts[2]);
        refused(good + ".");
        refused(good + "=");
        refused(parts[0] + ".." + Base64Text.encodeUrl(Arrays.copyOf(Base64Text.decodeUrl(parts[2]), 63)));
        refused(parts[0] + "..");
        refused("");
        refused("a".repeat(400));
        assertThatIllegalArgumentException().isThrownBy(() -> DetachedJws.parse("another-use", good));
    }

    private static void refused(String text) {
        assertThatThrownBy(() -> parse(text)).isInstanceOfAny(IllegalArgumentException.class, FormatException.class);
    }

    /** An Ed25519 key that signs under a header of ES256: the signature is its own, the algorithm is not. */
    @Test
    void an_algorithm_that_is_not_the_keys_own_does_not_verify() {
        TestKey key = KEYS.get(0);
        String header = DetachedJws.header(DetachedJws.STATEMENT, KeyType.EC_P256, key.thumbprint());
        byte[] signature = key.signer().sign(DetachedJws.input(header, PAYLOAD));
        DetachedJws confused = parse(header + ".." + Base64Text.encodeUrl(signature));
        assertThat(confused.key()).isEqualTo(key.thumbprint());
        assertThat(confused.verifies(key.key(), PAYLOAD)).isFalse();
    }

    @Test
    void an_answer_that_is_remembered_is_given_to_the_same_question_alone() {
        for (TestKey key : KEYS) {
            DetachedJws jws = signed(key);
            byte[] other = "{\"a\":\"1.3\"}".getBytes(StandardCharsets.UTF_8);
            jws.ahead(key.key(), PAYLOAD);
            assertThat(jws.verifies(key.key(), other)).isFalse();
            jws.ahead(key.key(), other);
            assertThat(jws.verifies(key.key(), PAYLOAD)).isTrue();
            jws.ahead(key.key(), PAYLOAD);
            assertThat(jws.verifies(TestKey.ed25519("three").key(), PAYLOAD)).isFalse();
        }
    }

    @Test
    void a_signer_of_another_key_is_found_out() {
        assertThatThrownBy(() -> DetachedJws.sign(
                        DetachedJws.STATEMENT,
                        KEYS.get(0).key(),
                        PAYLOAD,
                        TestKey.ed25519("three").signer()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void keys_have_one_spelling_and_the_thumbprints_of_the_rfcs() {
        for (TestKey key : KEYS) {
            assertThat(PartyPublicKey.parse(key.key().toString())).isEqualTo(key.key());
            byte[] info = key.key().info();
            for (int i = 0; i < 12; i++) {
                byte[] bad = info.clone();
                bad[i] ^= 1;
                assertThatIllegalArgumentException().isThrownBy(() -> PartyPublicKey.ofInfo(bad));
            }
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PartyPublicKey.ofInfo(Arrays.copyOf(info, info.length + 1)));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PartyPublicKey.ofInfo(Arrays.copyOf(info, info.length - 1)));
        }
        assertThat(KEYS.get(1).key().toString()).hasSize(PartyPublicKey.MAX_TEXT_LENGTH);
        byte[] rfc8037 = Base64Text.decodeUrl("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
        assertThat(PartyPublicKey.of(KeyType.ED25519, rfc8037).thumbprint())
                .hasToString("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
        byte[] identity = new byte[32];
        identity[0] = 1;
        assertThatIllegalArgumentException().isThrownBy(() -> PartyPublicKey.of(KeyType.ED25519, identity));
    }
}

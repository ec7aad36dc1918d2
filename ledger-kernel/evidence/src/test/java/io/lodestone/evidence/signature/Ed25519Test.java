package io.lodestone.evidence.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lodestone.evidence.digest.Base64Text;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Ed25519Test {

    private static final byte[] SEED = hex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    /** RFC 8032 section 7.1, tests 1 to 3. */
    @ParameterizedTest
    @CsvSource({
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
                + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a,'',"
                + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
                + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c,72,"
                + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,"
                + "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025,af82,"
                + "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
    })
    void reproduces_the_vectors_of_the_rfc(String seed, String key, String message, String signature) {
        assertThat(Ed25519.publicKey(hex(seed))).isEqualTo(hex(key));
        assertThat(Ed25519.sign(hex(seed), hex(message))).isEqualTo(hex(signature));
        assertThat(Ed25519.verify(hex(key), hex(message), hex(signature))).isTrue();
    }

    @Test
    void no_flipped_bit_verifies() {
        Random random = new Random(25519);
        byte[] key = Ed25519.publicKey(SEED);
        byte[] message = new byte[100];
        random.nextBytes(message);
        byte[] signature = Ed25519.sign(SEED, message);
        for (int round = 0; round < 100; round++) {
            assertThat(Ed25519.verify(flip(key, random), message, signature)).isFalse();
            assertThat(Ed25519.verify(key, flip(message, random), signature)).isFalse();
            assertThat(Ed25519.verify(key, message, flip(signature, random))).isFalse();
        }
    }

    private static byte[] flip(byte[] bytes, Random random) {
        byte[] copy = bytes.clone();
        copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
        return copy;
    }

    @Test
    void lengths_are_exact_and_never_thrown_about() {
        byte[] key = Ed25519.publicKey(SEED);
        byte[] signature = Ed25519.sign(SEED, key);
        assertThat(Ed25519.verify(Arrays.copyOf(key, 31), key, signature)).isFalse();
        assertThat(Ed25519.verify(Arrays.copyOf(key, 33), key, signature)).isFalse();
        assertThat(Ed25519.verify(key, key, Arrays.copyOf(signature, 63))).isFalse();
        assertThat(Ed25519.verify(key, key, Arrays.copyOf(signature, 65))).isFalse();
        assertThat(Ed25519.verify(key, key, new byte[0])).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> Ed25519.sign(new byte[31], key));
        assertThatIllegalArgumentException().isThrownBy(() -> SigningSeed.of(new byte[33]));
    }

    @Test
    void a_signature_has_one_spelling_of_its_scalar() {
        byte[] key = Ed25519.publicKey(SEED);
        byte[] signature = Ed25519.sign(SEED, key);
        BigInteger order =
                new BigInteger("7237005577332262213973186563042994240857116359379907606001950938285454250989");
        byte[] s = new byte[32];
        for (int i = 0; i < 32; i++) {
            s[i] = signature[63 - i];
        }
        byte[] larger = new BigInteger(1, s).add(order).toByteArray();
        byte[] malleated = signature.clone();
        for (int i = 0; i < 32; i++) {
            malleated[32 + i] = i < larger.length ? larger[larger.length - 1 - i] : 0;
        }
        assertThat(Ed25519.verify(key, key, signature)).isTrue();
        assertThat(Ed25519.verify(key, key, malleated)).isFalse();
    }

    @Test
    void a_key_of_small_order_or_off_the_curve_is_no_key() {
        byte[] identity = hex("01" + "00".repeat(31));
        // R and A the identity, S zero: such a signature would hold for every message.
        byte[] universal = Arrays.copyOf(identity, 64);
        assertThat(Ed25519.isPublicKey(identity)).isFalse();
        assertThat(Ed25519.verify(identity, SEED, universal)).isFalse();
        assertThat(Ed25519.isPublicKey(hex("02" + "00".repeat(31)))).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> PublicKey.ed25519(identity));
    }

    @Test
    void a_seed_shows_nothing_of_itself() {
        SigningSeed seed = SigningSeed.of(SEED);
        assertThat(seed.toString()).doesNotContain(Base64Text.encode(SEED)).contains("EdDSA");
        assertThat(seed.publicKey().verifies(SEED, seed.sign(SEED))).isTrue();
    }

    @Test
    void suites_are_found_by_their_names() {
        assertThat(SignatureSuite.ofJose("EdDSA")).contains(SignatureSuite.ED25519);
        assertThat(SignatureSuite.ofNote((byte) 1)).contains(SignatureSuite.ED25519);
        assertThat(SignatureSuite.ofJose("none")).isEmpty();
        assertThat(SignatureSuite.ofJose("eddsa")).isEmpty();
        assertThat(SignatureSuite.ofNote((byte) 4)).isEmpty();
    }
}

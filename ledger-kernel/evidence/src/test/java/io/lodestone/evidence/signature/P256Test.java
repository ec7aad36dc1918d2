package io.lodestone.evidence.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class P256Test {

    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
    private static final byte[] SCALAR = hex("c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721");
    private static final byte[] POINT = hex("04"
            + "60fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6"
            + "7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299");

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** RFC 6979 appendix A.2.5; where its s is above half the order, what is signed here is the order less s. */
    @Test
    void reproduces_the_vectors_of_the_rfc() {
        assertThat(P256.publicKey(SCALAR)).isEqualTo(POINT);
        String r = "f1abb023518351cd71d881567b1ea663ed3efcf6c5132b354f28d3b0b7d38367";
        assertThat(P256.sign(SCALAR, bytes("test")))
                .isEqualTo(hex(r + "019f4113742a2b14bd25926b49c649155f267e60d3814b4c0cc84250e46f0083"));
        BigInteger s = new BigInteger("f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8", 16);
        assertThat(P256.sign(SCALAR, bytes("sample")))
                .isEqualTo(hex("efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716"
                        + String.format("%064x", ORDER.subtract(s))));
    }

    @Test
    void agrees_with_the_platform_both_ways_but_takes_only_the_smaller_s() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        Signature platform = Signature.getInstance("SHA256withECDSAinP1363Format");
        int small = 0;
        for (int round = 0; round < 40; round++) {
            KeyPair pair = generator.generateKeyPair();
            PartyPublicKey key = PartyPublicKey.ofInfo(pair.getPublic().getEncoded());
            byte[] message = bytes("message " + round);
            platform.initSign(pair.getPrivate());
            platform.update(message);
            byte[] signature = platform.sign();
            boolean isSmall = s(signature).compareTo(ORDER.shiftRight(1)) <= 0;
            small += isSmall ? 1 : 0;
            assertThat(key.verifies(message, signature)).isEqualTo(isSmall);
            assertThat(key.verifies(message, otherS(signature))).isEqualTo(!isSmall);
        }
        assertThat(small).isBetween(1, 39);
        platform.initVerify(KeyFactory.getInstance("EC")
                .generatePublic(new X509EncodedKeySpec(
                        PartyPublicKey.of(KeyType.EC_P256, POINT).info())));
        platform.update(bytes("sample"));
        assertThat(platform.verify(P256.sign(SCALAR, bytes("sample")))).isTrue();
    }

    private static BigInteger s(byte[] signature) {
        return new BigInteger(1, Arrays.copyOfRange(signature, 32, 64));
    }

    private static byte[] otherS(byte[] signature) {
        return with(signature, ORDER.subtract(s(signature)));
    }

    private static byte[] with(byte[] signature, BigInteger s) {
        byte[] other = Arrays.copyOf(signature, 64);
        System.arraycopy(hex(String.format("%064x", s)), 0, other, 32, 32);
        return other;
    }

    @Test
    void no_flipped_bit_and_no_wrong_length_verifies() {
        Random random = new Random(256);
        byte[] message = bytes("message");
        byte[] signature = P256.sign(SCALAR, message);
        assertThat(P256.verify(POINT, message, signature)).isTrue();
        for (int round = 0; round < 60; round++) {
            assertThat(P256.verify(flip(POINT, random), message, signature)).isFalse();
            assertThat(P256.verify(POINT, flip(message, random), signature)).isFalse();
            assertThat(P256.verify(POINT, message, flip(signature, random))).isFalse();
        }
        for (int length : new int[] {0, 63, 65}) {
            assertThat(P256.verify(POINT, message, Arrays.copyOf(signature, length)))
                    .isFalse();
        }
    }

    private static byte[] flip(byte[] bytes, Random random) {
        byte[] copy = bytes.clone();
        copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
        return copy;
    }

    /** Without the checks of range, r = s = 0 once opened every lock there was. */
    @Test
    void r_and_s_lie_above_zero_and_below_their_bounds() {
        byte[] message = bytes("message");
        byte[] signature = P256.sign(SCALAR, message);
        assertThat(P256.verify(POINT, message, new byte[64])).isFalse();
        assertThat(P256.verify(POINT, message, with(signature, BigInteger.ZERO)))
                .isFalse();
        assertThat(P256.verify(POINT, message, with(signature, ORDER))).isFalse();
        byte[] zeroR = signature.clone();
        Arrays.fill(zeroR, 0, 32, (byte) 0);
        assertThat(P256.verify(POINT, message, zeroR)).isFalse();
        byte[] orderR = signature.clone();
        System.arraycopy(hex(ORDER.toString(16)), 0, orderR, 0, 32);
        assertThat(P256.verify(POINT, message, orderR)).isFalse();
    }

    @Test
    void a_key_is_an_uncompressed_point_of_the_curve_in_its_one_spelling() {
        assertThat(P256.isPublicKey(POINT)).isTrue();
        byte[] offCurve = POINT.clone();
        offCurve[64] ^= 1;
        byte[] compressed = Arrays.copyOf(POINT, 33);
        compressed[0] = 3;
        byte[] hybrid = POINT.clone();
        hybrid[0] = 7;
        byte[] tooLarge = POINT.clone();
        Arrays.fill(tooLarge, 1, 33, (byte) 0xff);
        for (byte[] bad : new byte[][] {
            offCurve, compressed, hybrid, tooLarge, new byte[65], new byte[1], new byte[0], Arrays.copyOf(POINT, 66)
        }) {
            assertThat(P256.isPublicKey(bad)).isFalse();
            assertThat(P256.verify(bad, POINT, P256.sign(SCALAR, POINT))).isFalse();
            assertThatIllegalArgumentException().isThrownBy(() -> PartyPublicKey.of(KeyType.EC_P256, bad));
        }
        for (byte[] bad : new byte[][] {new byte[32], hex(ORDER.toString(16)), new byte[31]}) {
            assertThatIllegalArgumentException().isThrownBy(() -> P256.publicKey(bad));
        }
    }
}

package io.lodestone.evidence.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.certificate.Verification.Rejected;
import io.lodestone.evidence.testing.BundleFixture;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Nothing in a bundle lies outside format, signature or digest. */
class EveryByteTest {

    @Test
    void every_byte_with_its_lowest_bit_flipped_is_rejected() {
        BundleFixture fixture = new BundleFixture();
        byte[] good = fixture.bytes();
        BundleVerifier verifier = new BundleVerifier(fixture.trust());

        List<Integer> accepted = IntStream.range(0, good.length)
                .parallel()
                .filter(at -> !(verifier.verify(flipped(good, at)) instanceof Rejected))
                .boxed()
                .toList();

        assertThat(good.length).isGreaterThan(10_000);
        assertThat(accepted).isEmpty();
    }

    private static byte[] flipped(byte[] good, int at) {
        byte[] bad = good.clone();
        bad[at] ^= 0x01;
        return bad;
    }
}

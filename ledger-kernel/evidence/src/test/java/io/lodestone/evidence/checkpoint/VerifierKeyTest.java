package io.lodestone.evidence.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lodestone.evidence.digest.Base64Text;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerifierKeyTest {

    private static final String SAMPLE = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    @Test
    void reads_and_writes_the_samples() {
        for (String vkey : List.of(SAMPLE, ExampleLog.VKEY)) {
            assertThat(VerifierKey.parse(vkey)).hasToString(vkey);
        }
        assertThat(VerifierKey.parse(SAMPLE).keyId()).isEqualTo(0x530d903a);
    }

    @Test
    void follows_from_a_seed_and_a_name() {
        VerifierKey key = new VerifierKey("local.lodestone.example/log-4f1d9c20", ExampleLog.SEED.publicKey());
        assertThat(key).hasToString(ExampleLog.VKEY).isEqualTo(ExampleLog.key());
    }

    @Test
    void refuses_a_key_id_that_does_not_belong_to_name_and_key() {
        refuses(SAMPLE.replace("530d903a", "530d903b"));
        refuses(SAMPLE.replace("530d903a", "530D903A"));
        refuses(SAMPLE.replace("example.com/foo", "example.com/fop"));
    }

    @Test
    void refuses_malformed_keys() {
        refuses("");
        refuses("example.com/foo");
        refuses("example.com/foo+530d903a");
        refuses("example.com/foo+530d903a+");
        refuses(SAMPLE + "=");
        refuses(SAMPLE + "\n");
        refuses(SAMPLE.replace("+Aeky", "+Auky"));
        refuses(SAMPLE.substring(0, SAMPLE.length() - 4));
        refuses("a".repeat(256) + SAMPLE.substring(SAMPLE.indexOf('+')));
    }

    @Test
    void refuses_names_that_a_signature_line_cannot_hold() {
        for (String name : List.of("", "a b", "a+b", "a\u00a0b", "a\u2003b", "a\nb", "a\tb", "\ud800")) {
            assertThatIllegalArgumentException().isThrownBy(() -> new VerifierKey(name, ExampleLog.SEED.publicKey()));
        }
    }

    @Test
    void refuses_a_key_of_small_order() {
        byte[] identity = HexFormat.of().parseHex("0101" + "00".repeat(31));
        refuses("example.com/foo+530d903a+" + Base64Text.encode(identity));
    }

    private static void refuses(String vkey) {
        assertThatIllegalArgumentException().isThrownBy(() -> VerifierKey.parse(vkey));
    }
}

package io.lodestone.evidence.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lodestone.evidence.signature.SignatureVerification.Rejected;
import io.lodestone.evidence.signature.SignatureVerification.Verified;
import java.util.List;
import org.junit.jupiter.api.Test;

class SealedKeyTest {

    private static final char[] PASSPHRASE = "correct horse".toCharArray();
    private static final SealedKey KEY =
            new SealedKey(Environment.DEVELOPMENT, "example.com/log", TestCertificate.seed(5));
    private static final String FILE = KEY.seal(PASSPHRASE, new byte[16], new byte[12]);

    private static SignatureFault fault(String file, String passphrase) {
        return SealedKey.open(file, passphrase.toCharArray()) instanceof Rejected<SealedKey> rejected
                ? rejected.fault()
                : null;
    }

    @Test
    void opens_with_the_passphrase() {
        SealedKey opened = ((Verified<SealedKey>) SealedKey.open(FILE, PASSPHRASE)).value();
        assertThat(opened.environment()).isEqualTo(Environment.DEVELOPMENT);
        assertThat(opened.name()).isEqualTo("example.com/log");
        assertThat(opened.seed().bytes()).isEqualTo(TestCertificate.seed(5).bytes());
        assertThat(FILE)
                .startsWith("lodestone-sealed-key v1\nenvironment: development\nname: example.com/log\n"
                        + "iterations: 600000\nsalt: AAAAAAAAAAAAAAAAAAAAAA==\nnonce: AAAAAAAAAAAAAAAA\n\n")
                .hasLineCount(8);
        assertThat(SealedKey.claimedEnvironment(FILE)).contains(Environment.DEVELOPMENT);
    }

    @Test
    void a_wrong_passphrase_or_a_changed_line_does_not_open() {
        assertThat(fault(FILE, "correct horsf")).isEqualTo(SignatureFault.NOT_OPENED);
        for (String changed : List.of(
                FILE.replace("development", "production"),
                FILE.replace("example.com", "example.org"),
                FILE.replace("600000", "600001"),
                FILE.replace("salt: AA", "salt: BA"),
                FILE.replace("nonce: AA", "nonce: BA"),
                flipLast(FILE))) {
            assertThat(fault(changed, "correct horse")).as(changed).isEqualTo(SignatureFault.NOT_OPENED);
        }
    }

    private static String flipLast(String file) {
        int at = file.length() - 10;
        return file.substring(0, at) + (file.charAt(at) == 'A' ? 'B' : 'A') + file.substring(at + 1);
    }

    @Test
    void malformed_files_are_refused_before_any_work() {
        for (String bad : List.of(
                "",
                FILE + "\n",
                FILE.replace("\n", "\r\n"),
                FILE.replace("v1", "v2"),
                FILE.replace("development", "test"),
                FILE.replace("600000", "99999"),
                FILE.replace("600000", "10000001"),
                FILE.replace("600000", "0600000"),
                FILE.replace("AA==", "AB=="),
                FILE.replace("name: example.com/log\n", ""),
                FILE.replace("example.com/log", "two words"))) {
            assertThat(fault(bad, "correct horse")).as(bad).isEqualTo(SignatureFault.MALFORMED);
        }
        assertThat(fault(FILE, "")).isEqualTo(SignatureFault.MALFORMED);
        assertThat(SealedKey.claimedEnvironment("no key")).isEmpty();
    }

    @Test
    void refuses_to_seal_carelessly() {
        assertThatIllegalArgumentException().isThrownBy(() -> KEY.seal(new char[0], new byte[16], new byte[12]));
        assertThatIllegalArgumentException().isThrownBy(() -> KEY.seal(PASSPHRASE, new byte[8], new byte[12]));
        assertThatIllegalArgumentException().isThrownBy(() -> KEY.seal(PASSPHRASE, new byte[16], new byte[16]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SealedKey(Environment.PRODUCTION, "a\nb", TestCertificate.seed(5)));
    }
}

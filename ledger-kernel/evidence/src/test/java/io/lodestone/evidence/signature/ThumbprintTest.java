package io.lodestone.evidence.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lodestone.evidence.digest.Base64Text;
import org.junit.jupiter.api.Test;

class ThumbprintTest {

    /** RFC 8037 appendix A.3. */
    @Test
    void reproduces_the_vector_of_the_rfc() {
        PublicKey key = PublicKey.ed25519(Base64Text.decodeUrl("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"));
        Thumbprint thumbprint = Thumbprint.of(key);
        assertThat(thumbprint).hasToString("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
        assertThat(Thumbprint.parse(thumbprint.toString())).isEqualTo(thumbprint);
    }

    @Test
    void has_one_spelling() {
        for (String bad : new String[] {
            "",
            "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k=",
            "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4l",
            "kPrK/qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k",
            "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrSw"
        }) {
            assertThatIllegalArgumentException().isThrownBy(() -> Thumbprint.parse(bad));
        }
    }
}

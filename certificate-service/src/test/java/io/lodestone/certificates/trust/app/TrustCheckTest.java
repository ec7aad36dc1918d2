package io.lodestone.certificates.trust.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.certificates.trust.TrustFolder;
import io.lodestone.evidence.signature.Environment;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustCheckTest {

    @TempDir
    Path folder;

    @Test
    void production_refuses_a_certificate_whose_unit_is_development() {
        SecureRandom random = new SecureRandom();
        TrustFolder trust = new TrustFolder(folder, new char[] {'x'}, Environment.DEVELOPMENT, length -> {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            return bytes;
        });
        assertThat(trust.issuing(Instant.parse("2026-11-22T08:00:00Z"))).isNotNull();

        assertThat(TrustCheck.refusal(false, Environment.PRODUCTION, trust.certificates()))
                .hasValueSatisfying(reason -> assertThat(reason).contains("OU development"));
        assertThat(TrustCheck.refusal(true, Environment.DEVELOPMENT, trust.certificates()))
                .isEmpty();
    }

    @Test
    void production_refuses_the_environment_development() {
        assertThat(TrustCheck.refusal(false, Environment.DEVELOPMENT, List.of()))
                .isPresent();
        assertThat(TrustCheck.refusal(false, Environment.PRODUCTION, List.of())).isEmpty();
    }
}

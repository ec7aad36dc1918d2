package io.lodestone.custody.webhook.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.custody.log.app.LogSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InsecureHostsCheckTest {

    private static Optional<String> refusal(String environment, Optional<List<String>> insecure) {
        Path none = Path.of("none");
        return new InsecureHostsCheck(
                        new HookSettings(Optional.of(List.of("hooks.example.com")), insecure),
                        new LogSettings("log.example/test", environment, none, none, none))
                .refusal()
                .await()
                .atMost(Duration.ofSeconds(5));
    }

    @Test
    void production_makes_no_exception_from_tls_and_public_addresses() {
        assertThat(refusal("production", Optional.of(List.of("localhost"))))
                .get()
                .asString()
                .contains("insecure-hosts");
        assertThat(refusal("production", Optional.empty())).isEmpty();
        assertThat(refusal("development", Optional.of(List.of("localhost")))).isEmpty();
    }
}

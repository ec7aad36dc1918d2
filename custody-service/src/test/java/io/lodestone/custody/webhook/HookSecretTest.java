package io.lodestone.custody.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.digest.Base64Text;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HookSecretTest {

    /** The vector that libraries of Standard Webhooks test themselves with. */
    @Test
    void a_signature_is_what_other_peoples_receivers_compute() {
        HookSecret secret = new HookSecret(Base64Text.decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
        byte[] body = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
        assertThat(secret.signature("msg_p5jXN8AQM9LWM0D4loKWxJek", Instant.ofEpochSecond(1_614_265_330), body))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        assertThat(secret.text()).isEqualTo("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    }

    @Test
    void attempts_are_spread_over_about_a_day_and_end() {
        Duration all = IntStream.range(1, Backoff.ATTEMPTS)
                .mapToObj(attempts -> Backoff.after(attempts).orElseThrow())
                .reduce(Duration.ZERO, Duration::plus);
        assertThat(all).isBetween(Duration.ofHours(20), Duration.ofHours(28));
        assertThat(Backoff.after(Backoff.ATTEMPTS)).isEmpty();
    }
}

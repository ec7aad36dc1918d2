package io.lodestone.kit.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.digest.Digest;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TokenMemoryTest {

    private static final Instant NOW = Instant.parse("2026-11-22T07:30:00Z");

    private final TokenMemory<String> memory = new TokenMemory<>(10);

    @Test
    void remembers_until_the_token_expires() {
        memory.remember(token(1), "actor", NOW.plusSeconds(5), NOW);
        assertThat(memory.find(token(1), NOW.plusSeconds(4))).contains("actor");
        assertThat(memory.find(token(1), NOW.plusSeconds(5))).isEmpty();
        assertThat(memory.find(token(2), NOW)).isEmpty();
    }

    @Test
    void remembers_no_longer_than_a_minute() {
        memory.remember(token(1), "actor", NOW.plusSeconds(3_600), NOW);
        assertThat(memory.find(token(1), NOW.plusSeconds(59))).contains("actor");
        assertThat(memory.find(token(1), NOW.plusSeconds(60))).isEmpty();
    }

    @Test
    void does_not_remember_a_token_that_has_expired() {
        memory.remember(token(1), "actor", NOW.minusSeconds(1), NOW);
        assertThat(memory.size()).isZero();
    }

    @Test
    void never_holds_more_than_two_generations() {
        for (int i = 0; i < 1_000; i++) {
            memory.remember(token(i), "actor", NOW.plusSeconds(30), NOW);
        }
        assertThat(memory.size()).isBetween(10, 20);
        assertThat(memory.find(token(999), NOW)).contains("actor");
    }

    private static Digest token(int number) {
        return Digest.sha256(new byte[] {(byte) (number >> 8), (byte) number});
    }
}

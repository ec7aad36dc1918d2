package io.lodestone.kit.ids;

import io.lodestone.evidence.statement.Uuid7;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;

/** New identifiers, salts and secrets, from the operating system's generator. */
@Singleton
public class Ids {

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    @Inject
    Ids(Clock clock) {
        this.clock = clock;
    }

    public Uuid7 next() {
        return Uuid7.of(clock.millis(), random(10));
    }

    /** Fresh random bytes: 16 for a salt, 32 for a secret. */
    public byte[] random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}

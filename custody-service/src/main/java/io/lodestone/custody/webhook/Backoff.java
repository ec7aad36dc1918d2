package io.lodestone.custody.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When a delivery that failed is tried again: soon at first, over about a day in all, and then no more. */
public final class Backoff {

    private static final List<Duration> DELAYS = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(6),
            Duration.ofHours(16));

    /** Attempts that are made in all. */
    public static final int ATTEMPTS = DELAYS.size() + 1;

    private Backoff() {}

    /** The time to wait after so many attempts; empty where it was the last. */
    public static Optional<Duration> after(int attempts) {
        return attempts >= ATTEMPTS ? Optional.empty() : Optional.of(DELAYS.get(attempts - 1));
    }
}

package io.lodestone.custody.webhook;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A delivery as it stands.
 *
 * @param next when it is tried again, while it is pending
 * @param delivered when it was taken
 */
public record Sent(
        Delivery delivery,
        State state,
        int attempts,
        OptionalInt status,
        Optional<String> failure,
        Optional<Instant> next,
        Optional<Instant> delivered) {

    public enum State {
        PENDING,
        DELIVERED,
        GIVEN_UP
    }
}

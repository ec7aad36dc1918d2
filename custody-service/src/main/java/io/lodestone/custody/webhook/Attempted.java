package io.lodestone.custody.webhook;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * How an attempt to deliver went.
 *
 * @param status of the answer, where there was one
 */
public record Attempted(OptionalInt status, Optional<Failure> failure) {

    public static Attempted answered(int status) {
        boolean taken = status >= 200 && status < 300;
        return new Attempted(OptionalInt.of(status), taken ? Optional.empty() : Optional.of(Failure.NOT_TAKEN));
    }

    public static Attempted failed(Failure why) {
        return new Attempted(OptionalInt.empty(), Optional.of(why));
    }
}

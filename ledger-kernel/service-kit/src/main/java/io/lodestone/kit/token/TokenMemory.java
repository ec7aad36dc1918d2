package io.lodestone.kit.token;

import io.lodestone.evidence.digest.Digest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers what was verified under the digest of a token, never the token: until it expires, 60 s at most, and a
 * bounded number of them.
 *
 * <p>Two generations: when the young one is full or a minute old it becomes the old one, and the old one is forgotten.
 */
final class TokenMemory<T> {

    static final Duration LONGEST = Duration.ofSeconds(60);

    private record Remembered<T>(T value, Instant until) {}

    private record Generations<T>(Map<Digest, Remembered<T>> young, Map<Digest, Remembered<T>> old, Instant since) {}

    private final int capacity;
    private volatile Generations<T> generations;

    /** Holds at most twice {@code capacity} tokens. */
    TokenMemory(int capacity) {
        this.capacity = capacity;
        this.generations = new Generations<>(new ConcurrentHashMap<>(), Map.of(), Instant.EPOCH);
    }

    Optional<T> find(Digest token, Instant now) {
        Generations<T> current = generations;
        Remembered<T> found = current.young().get(token);
        if (found == null) {
            found = current.old().get(token);
        }
        return found != null && now.isBefore(found.until()) ? Optional.of(found.value()) : Optional.empty();
    }

    void remember(Digest token, T value, Instant expires, Instant now) {
        Instant limit = now.plus(LONGEST);
        Instant until = expires.isBefore(limit) ? expires : limit;
        if (now.isBefore(until)) {
            room(now).put(token, new Remembered<>(value, until));
        }
    }

    private synchronized Map<Digest, Remembered<T>> room(Instant now) {
        Generations<T> current = generations;
        if (current.young().size() < capacity && now.isBefore(current.since().plus(LONGEST))) {
            return current.young();
        }
        generations = new Generations<>(new ConcurrentHashMap<>(), current.young(), now);
        return generations.young();
    }

    int size() {
        Generations<T> current = generations;
        return current.young().size() + current.old().size();
    }
}

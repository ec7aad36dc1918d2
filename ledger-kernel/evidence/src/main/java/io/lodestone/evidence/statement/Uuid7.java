package io.lodestone.evidence.statement;

import java.util.UUID;
import java.util.regex.Pattern;

/** A version 7 UUID (RFC 9562 section 5.7) in its one spelling: lower case with hyphens. */
public record Uuid7(UUID value) implements Comparable<Uuid7> {

    private static final Pattern SPELLING =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

    public Uuid7 {
        if (!SPELLING.matcher(value.toString()).matches()) {
            throw new IllegalArgumentException("must be a version 7 UUID");
        }
    }

    public static Uuid7 parse(String text) {
        if (!SPELLING.matcher(text).matches()) {
            throw new IllegalArgumentException("must be a version 7 UUID in lower case (RFC 9562)");
        }
        return new Uuid7(UUID.fromString(text));
    }

    /** Builds one from a Unix time in milliseconds and 10 random bytes, both given by the caller. */
    public static Uuid7 of(long unixMillis, byte[] random) {
        if (random.length != 10 || unixMillis < 0 || unixMillis >= 1L << 48) {
            throw new IllegalArgumentException("needs 48 bits of time and 10 random bytes");
        }
        long high = unixMillis << 16 | 0x7000L | (random[0] & 0x0FL) << 8 | random[1] & 0xFFL;
        long low = 0;
        for (int i = 2; i < 10; i++) {
            low = low << 8 | random[i] & 0xFFL;
        }
        return new Uuid7(new UUID(high, low & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L));
    }

    @Override
    public int compareTo(Uuid7 other) {
        return value.toString().compareTo(other.value.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

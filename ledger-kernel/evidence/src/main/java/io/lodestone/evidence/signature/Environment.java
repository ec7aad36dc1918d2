package io.lodestone.evidence.signature;

import java.util.Locale;

/** What a key may be used for. A development key vouches for nothing, and production refuses to start with one. */
public enum Environment {
    DEVELOPMENT,
    PRODUCTION;

    public static Environment parse(String text) {
        for (Environment environment : values()) {
            if (environment.wire().equals(text)) {
                return environment;
            }
        }
        throw new IllegalArgumentException("must be development or production");
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}

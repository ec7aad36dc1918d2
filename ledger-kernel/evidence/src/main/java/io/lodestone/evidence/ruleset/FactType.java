package io.lodestone.evidence.ruleset;

import java.util.Locale;

/** The type a ruleset declares for a fact. */
public enum FactType {
    STRING,
    AMOUNT;

    static FactType parse(String text) {
        for (FactType type : values()) {
            if (type.wire().equals(text)) {
                return type;
            }
        }
        throw new IllegalArgumentException("must be string or amount");
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}

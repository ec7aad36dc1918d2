package io.lodestone.evidence.plausibility;

import java.util.Locale;

/** How soon somebody should look: low may wait for the month's end, high should not wait until tomorrow. */
public enum Severity {
    LOW,
    MEDIUM,
    HIGH;

    public static Severity parse(String text) {
        for (Severity severity : values()) {
            if (severity.wire().equals(text)) {
                return severity;
            }
        }
        throw new IllegalArgumentException("must be low, medium or high");
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}

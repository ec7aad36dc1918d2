package io.lodestone.evidence.ruleset;

/** How certain a reading is: H legal text, M official statement or reasoned reading, L unverified or unknown. */
public enum Certainty {
    H,
    M,
    L;

    public static Certainty parse(String text) {
        for (Certainty certainty : values()) {
            if (certainty.name().equals(text)) {
                return certainty;
            }
        }
        throw new IllegalArgumentException("must be H, M or L");
    }

    public Certainty lowest(Certainty other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public Certainty highest(Certainty other) {
        return compareTo(other) <= 0 ? this : other;
    }
}

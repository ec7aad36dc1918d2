package io.lodestone.evidence.ruleset;

/** A truth value of Kleene's strong three-valued logic. */
public enum Kleene {
    FALSE("false"),
    UNKNOWN("Unknown"),
    TRUE("true");

    private final String wire;

    Kleene(String wire) {
        this.wire = wire;
    }

    public static Kleene of(boolean value) {
        return value ? TRUE : FALSE;
    }

    /** The lesser in the order false, Unknown, true. */
    public Kleene and(Kleene other) {
        return ordinal() <= other.ordinal() ? this : other;
    }

    /** The greater in the order false, Unknown, true. */
    public Kleene or(Kleene other) {
        return ordinal() >= other.ordinal() ? this : other;
    }

    public Kleene not() {
        return values()[2 - ordinal()];
    }

    public String wire() {
        return wire;
    }
}

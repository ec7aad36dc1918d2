package io.lodestone.lots.trace;

/** Why a trail ends at a lot. */
public enum Boundary {
    /** It entered the ledger there. */
    REGISTERED("registered"),
    /** Beyond it somebody else made it, or has it. */
    HANDED_OVER("handed-over");

    private final String wire;

    Boundary(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }
}

package io.lodestone.lots.trace;

/** Why a trail ends at a lot. */
public enum Boundary {
    /** It entered the ledger there. */
    REGISTERED("registered"),
    /** Beyond it somebody else made it, or has it. */
    HANDED_OVER("handed-over"),
    /** How it was made is not in the period that was granted. */
    NOT_GRANTED("not-granted");

    private final String wire;

    Boundary(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }
}

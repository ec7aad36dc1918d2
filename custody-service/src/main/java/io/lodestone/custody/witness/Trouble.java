package io.lodestone.custody.witness;

/** What keeps a witness from cosigning. */
public enum Trouble {
    AWAY("does not answer"),
    REFUSES("does not know this log or its key"),
    AHEAD("has cosigned a larger log than is published here"),
    DISAGREES("says that this log does not continue the one it cosigned"),
    WRONG("answers something else than a cosignature of its key");

    private final String sentence;

    Trouble(String sentence) {
        this.sentence = sentence;
    }

    /** What the witness does, for the operator. */
    public String sentence() {
        return sentence;
    }
}

package io.lodestone.evidence.canonical;

/** What is wrong with a document. The slug is stable: it reaches the wire as the problem type. */
public enum Fault {
    MALFORMED("malformed"),
    NOT_CANONICAL("not-canonical"),
    TOO_LARGE("too-large"),
    UNKNOWN_FIELD("unknown-field"),
    MISSING_FIELD("missing-field"),
    WRONG_TYPE("wrong-type"),
    OUT_OF_BOUNDS("out-of-bounds"),
    MASS_NOT_POSITIVE("mass-not-positive"),
    MASS_TOO_PRECISE("mass-too-precise"),
    MASS_TOO_LARGE("mass-too-large");

    private final String slug;

    Fault(String slug) {
        this.slug = slug;
    }

    public String slug() {
        return slug;
    }
}

package io.lodestone.evidence.plausibility;

import java.util.Locale;

/**
 * What an alert is about, with the sentences for those who hold a lot that another party's statement made
 * questionable: they say nothing of that statement but that it exists.
 */
public enum AlertKind {
    OVERDRAFT("Somebody tried to use more of this lot than is left of it."),
    REPEATED_DELIVERY("An upstream party's statement presents what looks like the same delivery under another lot id."),
    YIELD("An upstream party's statement about this lot has a yield outside the plausible range of its process."),
    ELEMENT_RATIO(
            "An upstream party's statement gives this lot a ratio of rare earths that nothing before it explains."),
    TIME_REVERSED("An upstream party's statement about this lot is dated before the statement that it rests on."),
    CIRCULAR("An upstream party's statement registers as new what looks like a lot that had left it before."),
    ORIGIN_CONTRADICTED("An upstream party's statement gives this lot an origin that another statement contradicts."),
    WEIGHING("A party that this lot was handed over to weighed another mass than was offered to it."),
    ASSAY_CONTRADICTED("An assay of this lot by another party contradicts what the ledger holds of its content."),
    UNACCOUNTED("More is unaccounted for than the limit allows.");

    private static final String ASK =
            "Ask the party that handed you the lot to explain it before you certify or pass the lot on.";

    private final String elsewhere;

    AlertKind(String elsewhere) {
        this.elsewhere = elsewhere;
    }

    /** What a party is told that did not make the statement. */
    public String elsewhere() {
        return elsewhere;
    }

    /** What such a party should do. */
    public String elsewhereNext() {
        return ASK;
    }

    public static AlertKind parse(String text) {
        for (AlertKind kind : values()) {
            if (kind.wire().equals(text)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("must be one of overdraft, repeated-delivery, yield, element-ratio,"
                + " time-reversed, circular, origin-contradicted, weighing, assay-contradicted, unaccounted");
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

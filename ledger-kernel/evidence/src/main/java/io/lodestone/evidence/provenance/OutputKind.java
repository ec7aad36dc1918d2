package io.lodestone.evidence.provenance;

import java.util.Locale;

/** What an output of a transformation is. Losses have no lot, get no further step, and stand once, at the end. */
public enum OutputKind {
    PRODUCT,
    BY_PRODUCT,
    LOSS,
    UNACCOUNTED;

    public static OutputKind parse(String text) {
        for (OutputKind kind : values()) {
            if (kind.wire().equals(text)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("must be product, by-product, loss or unaccounted");
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the output is a lot, and not mass that left the book. */
    public boolean isLot() {
        return this == PRODUCT || this == BY_PRODUCT;
    }
}

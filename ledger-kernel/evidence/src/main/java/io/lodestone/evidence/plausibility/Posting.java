package io.lodestone.evidence.plausibility;

import io.lodestone.evidence.quantity.Element;
import java.math.BigInteger;
import java.util.Locale;

/**
 * One line of an account: what one statement did to one element at one facility.
 *
 * @param micrograms never negative
 * @param squaredUncertainty sum of the squared expanded uncertainties (k = 2) of the measurements behind it, in square
 *     micrograms; zero where none is stated
 */
public record Posting(Element element, Kind kind, BigInteger micrograms, BigInteger squaredUncertainty) {

    /** What a line counts. */
    public enum Kind {
        /** What went into a process; only dividing or joining lots is none. */
        THROUGHPUT,
        /** A loss that is stated as one. */
        LOSS,
        /** What neither became a lot nor was stated as a loss. */
        UNACCOUNTED,
        /** Measured above the book: an observation, which never makes up for anything. */
        OBSERVED;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

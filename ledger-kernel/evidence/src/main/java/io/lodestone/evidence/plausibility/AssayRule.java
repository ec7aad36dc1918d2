package io.lodestone.evidence.plausibility;

import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Ratio;
import io.lodestone.evidence.statement.AssayId;
import java.util.Optional;

/**
 * Whether an assay contradicts the book: what it found of an element lies outside the book's content by more than their
 * combined expanded uncertainty (k = 2), compared as squares. An assay moves no mass, so somebody has to look.
 */
public final class AssayRule {

    /** A result that states no uncertainty is taken to be good to one part in twenty. */
    private static final Ratio UNSTATED = Ratio.of(1, 20);

    /** A registrant may leave out so much of an element; laboratories find a little of everything. */
    private static final Ratio TRACE = Ratio.of(1, 1_000);

    /** Off by more than a tenth, somebody sampled another lot or declared another material. */
    private static final Ratio FAR = Ratio.of(1, 10);

    private static final int DECIMALS = 4;

    private AssayRule() {}

    /**
     * What an assay found, as fractions of metal in the lot as it is.
     *
     * @param most equal to {@code least} unless it found a range, or only that it lies below a limit
     * @param squaredUncertainty at k = 2; zero where none was stated
     */
    public record Found(Element element, Ratio least, Ratio most, Ratio squaredUncertainty) {}

    /** What the book has of that element; its uncertainty is zero where nobody stated one. */
    public record Booked(Ratio fraction, Ratio squaredUncertainty) {}

    public static Optional<Finding> check(AssayId assay, Found found, Booked book) {
        boolean less = found.most.compareTo(book.fraction) < 0;
        Ratio nearest = less ? found.most : found.least;
        Ratio off = less
                ? book.fraction.minus(nearest)
                : nearest.compareTo(book.fraction) > 0 ? nearest.minus(book.fraction) : Ratio.ZERO;
        if (book.fraction.isZero() && nearest.compareTo(TRACE) <= 0) {
            return Optional.empty();
        }
        Ratio own = found.squaredUncertainty;
        if (own.isZero()) {
            Ratio taken = nearest.times(UNSTATED);
            own = taken.times(taken);
        }
        if (off.times(off).compareTo(own.plus(book.squaredUncertainty)) <= 0) {
            return Optional.empty();
        }
        Ratio larger = less ? book.fraction : nearest;
        String symbol = found.element.symbol();
        return Optional.of(new Finding(
                AlertKind.ASSAY_CONTRADICTED,
                symbol,
                off.compareTo(larger.times(FAR)) > 0 ? Severity.HIGH : Severity.MEDIUM,
                "Assay " + assay + " found " + text(found) + " of " + symbol + " in a lot that holds "
                        + percent(book.fraction) + " by the book: that differs by more than both uncertainties together"
                        + " (k = 2) explain.",
                "Have the retained sample assayed again. If the book is wrong, correct the lot; if the assay is, record"
                        + " one that supersedes it."));
    }

    private static String text(Found found) {
        return found.least.equals(found.most)
                ? percent(found.least)
                : percent(found.least) + " to " + percent(found.most);
    }

    private static String percent(Ratio fraction) {
        return fraction.times(100).rounded(DECIMALS) + " %";
    }
}

package io.lodestone.evidence.plausibility;

import io.lodestone.evidence.quantity.DecimalText;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.quantity.Ratio;
import java.math.BigInteger;
import java.util.Optional;

/**
 * How much may be unaccounted for before somebody should look: a share of the throughput, and at least a mass, for a
 * small account says nothing by its share.
 */
public record AlertLimit(DecimalText share, Mass least) {

    /** Two per cent of the throughput and at least a kilogram, where a party sets nothing else. */
    public static final AlertLimit DEFAULT = new AlertLimit(DecimalText.parse("0.02"), Mass.parseKg("1"));

    /** Beyond the limit this many times over, it should not wait. */
    private static final long FAR = 2;

    public AlertLimit {
        if (share.ratio().compareTo(Ratio.ONE) > 0) {
            throw new IllegalArgumentException("a share is at most 1");
        }
    }

    /** In micrograms, exactly. */
    public Ratio of(BigInteger throughput) {
        Ratio part = share.ratio().times(whole(throughput));
        Ratio floor = Ratio.of(least.micrograms(), 1);
        return part.compareTo(floor) > 0 ? part : floor;
    }

    /** What is to be said of an account: nothing up to the limit, the limit included. */
    public Optional<Finding> check(Element element, BigInteger throughput, BigInteger unaccounted) {
        Ratio limit = of(throughput);
        Ratio missing = whole(unaccounted);
        if (missing.compareTo(limit) <= 0) {
            return Optional.empty();
        }
        boolean far = missing.compareTo(limit.times(FAR)) > 0;
        String share = throughput.signum() == 0
                ? ""
                : ", " + missing.dividedBy(whole(throughput)).times(100).rounded(3) + " % of the throughput";
        return Optional.of(new Finding(
                AlertKind.UNACCOUNTED,
                element.symbol(),
                far ? Severity.HIGH : Severity.MEDIUM,
                kg(missing) + " kg of " + element.symbol() + " are unaccounted for" + share + "; the limit is "
                        + kg(limit) + " kg.",
                "Take stock of this element at the facility, and state what is found; the account lists the statements"
                        + " that left something over."));
    }

    private static Ratio whole(BigInteger micrograms) {
        return new Ratio(micrograms, BigInteger.ONE);
    }

    private static String kg(Ratio micrograms) {
        return micrograms.dividedBy(Ratio.of(1_000_000_000, 1)).rounded(6);
    }
}

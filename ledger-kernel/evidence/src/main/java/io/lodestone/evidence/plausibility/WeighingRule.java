package io.lodestone.evidence.plausibility;

import io.lodestone.evidence.quantity.Ratio;
import io.lodestone.evidence.statement.Discrepancy;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * Whether what a recipient weighed differs from what was offered by more than its scales explain, and by more than goods
 * lose on the way.
 */
public final class WeighingRule {

    /** Dust, damp and two pairs of scales come to as much. */
    private static final Ratio TOLERATED = Ratio.of(1, 1_000);

    private static final Ratio FAR = Ratio.of(1, 100);

    private WeighingRule() {}

    public static boolean exceeds(Discrepancy discrepancy) {
        return discrepancy.significant() && discrepancy.relative().compareTo(TOLERATED) > 0;
    }

    /** What is to be said of the lots of one delivery: of the one that differs most. */
    public static Optional<Finding> check(Collection<Discrepancy> delivery) {
        return delivery.stream()
                .filter(WeighingRule::exceeds)
                .max(Comparator.comparing(Discrepancy::relative))
                .map(worst -> new Finding(
                        AlertKind.WEIGHING,
                        "",
                        worst.relative().compareTo(FAR) > 0 ? Severity.HIGH : Severity.MEDIUM,
                        "What was weighed of a lot is " + (worst.differenceUg().signum() < 0 ? "less" : "more")
                                + " than was offered by "
                                + worst.relative().times(100).rounded(3) + " %.",
                        "Weigh again, and settle the difference with the other party before the lot is used: the ledger"
                                + " holds the mass that was offered."));
    }
}

package io.lodestone.evidence.plausibility;

import io.lodestone.evidence.plausibility.ElementFlow.Taken;
import io.lodestone.evidence.provenance.OutputKind;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.quantity.Ratio;
import io.lodestone.evidence.statement.Form;
import io.lodestone.evidence.statement.LotsTransformed;
import io.lodestone.evidence.statement.Process;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether each rare earth came out of a step as far as such a step lets it. */
public final class YieldRule {

    /** A rare earth below this share of all that went in is a trace, and refined away without being missed. */
    private static final Ratio TRACE = Ratio.of(1, 1_000);

    /** A yield this close to a thousandth or a thousand is a mass in the wrong unit before it is anything else. */
    private static final Ratio THOUSANDTH_LEAST = Ratio.of(1, 2_000);

    private static final Ratio THOUSANDTH_MOST = Ratio.of(2, 1_000);
    private static final Ratio THOUSAND_LEAST = Ratio.of(500, 1);
    private static final Ratio THOUSAND_MOST = Ratio.of(2_000, 1);

    private static final Set<Form> DIFFUSED_INTO = Set.of(Form.BLANK, Form.MAGNET);

    private YieldRule() {}

    /** At most one finding a rare earth. */
    public static List<Finding> check(LotsTransformed body, ElementFlow flow) {
        BigInteger all = BigInteger.ZERO;
        for (Element element : flow.elements()) {
            all = RareEarths.contains(element) ? all.add(flow.in(element)) : all;
        }
        boolean byProducts = body.outputs().stream().anyMatch(output -> output.kind() == OutputKind.BY_PRODUCT);
        List<Finding> found = new ArrayList<>();
        for (Element element : flow.elements()) {
            if (RareEarths.contains(element) && new Ratio(flow.in(element), all).compareTo(TRACE) >= 0) {
                check(body.process(), element, flow, byProducts).ifPresent(found::add);
            }
        }
        return List.copyOf(found);
    }

    private static Optional<Finding> check(Process process, Element element, ElementFlow flow, boolean byProducts) {
        BigInteger applied = process == Process.DIFFUSION && RareEarths.DIFFUSED.contains(element)
                ? applied(flow, element)
                : BigInteger.ZERO;
        boolean diffused = applied.signum() > 0 && flow.gone(element).compareTo(applied) <= 0;
        // The blanks keep what they hold, so what is gone is of what was applied.
        BigInteger base = diffused ? applied : flow.in(element);
        BigInteger kept = base.subtract(flow.gone(element));
        return check(YieldTable.of(process, diffused), element, new Ratio(kept, base), byProducts);
    }

    private static BigInteger applied(ElementFlow flow, Element element) {
        BigInteger applied = BigInteger.ZERO;
        for (Taken input : flow.inputs()) {
            if (!DIFFUSED_INTO.contains(input.form())) {
                Mass mass = input.masses().getOrDefault(element, Mass.ZERO);
                applied = applied.add(BigInteger.valueOf(mass.micrograms()));
            }
        }
        return applied;
    }

    /** What is to be said of one yield in one range. */
    static Optional<Finding> check(YieldRange range, Element element, Ratio yield, boolean byProducts) {
        Ratio most = byProducts ? Ratio.ONE : range.most().ratio();
        if (yield.compareTo(range.least().ratio()) >= 0 && yield.compareTo(most) <= 0) {
            return Optional.empty();
        }
        boolean units =
                between(yield, THOUSANDTH_LEAST, THOUSANDTH_MOST) || between(yield, THOUSAND_LEAST, THOUSAND_MOST);
        String what = percent(yield) + " % of the " + RareEarths.name(element) + " that went into "
                + range.process().wire() + " came out as lots; "
                + percent(range.least().ratio()) + " to "
                + percent(most) + " % is plausible."
                + (units
                        ? " That is a factor of about a thousand: most likely a unit mix-up, kilograms given as grams or"
                                + " grams as kilograms."
                        : "");
        String next = units
                ? "Compare the stated masses with the batch record, and correct the statement whose unit is wrong."
                : "Compare the stated masses with the batch record; state a by-product that was kept as a lot, and"
                        + " correct what is wrong.";
        return Optional.of(
                new Finding(AlertKind.YIELD, element.symbol(), units ? Severity.HIGH : Severity.MEDIUM, what, next));
    }

    private static boolean between(Ratio value, Ratio least, Ratio most) {
        return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
    }

    private static String percent(Ratio ratio) {
        return ratio.times(100).rounded(2);
    }
}

package io.lodestone.evidence.plausibility;

import io.lodestone.evidence.massbalance.MassBalance;
import io.lodestone.evidence.plausibility.ElementFlow.Taken;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.quantity.Ratio;
import io.lodestone.evidence.statement.Form;
import io.lodestone.evidence.statement.LotsTransformed;
import io.lodestone.evidence.statement.Output;
import io.lodestone.evidence.statement.Process;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * Ratios of neighbouring rare earths, which only solvent extraction moves: neodymium to praseodymium, dysprosium to
 * terbium. A mixture's ratio lies between those of its parts, and no ore's is far from every other ore's.
 */
public final class RatioRule {

    private record Pair(Element over, Element under) {
        String name() {
            return over.symbol() + "/" + under.symbol();
        }
    }

    private static final Pair ND_PR = new Pair(Element.ND, Element.PR);
    private static final List<Pair> PAIRS = List.of(ND_PR, new Pair(Element.DY, Element.TB));

    /** Stated masses rest on assays: one per cent beyond the inputs is not beyond them. */
    private static final long SLACK_NUMERATOR = 101;

    private static final long SLACK_DENOMINATOR = 100;

    /** From memory, unverified: bastnäsite near 3, monazite 3 to 4, ionic clays to 5. */
    private static final Ratio NATURAL_LEAST = Ratio.of(5, 2);

    private static final Ratio NATURAL_MOST = Ratio.of(5, 1);
    private static final Ratio NOT_A_TRACE = Ratio.of(1, 100);
    private static final Set<Form> AS_MINED = Set.of(Form.ORE, Form.CONCENTRATE, Form.MREC);

    private RatioRule() {}

    /** At most one finding for each pair and output that states its elements. */
    public static List<Finding> check(LotsTransformed body, ElementFlow flow) {
        if (body.process() == Process.SOLVENT_EXTRACTION) {
            return List.of();
        }
        List<Finding> found = new ArrayList<>();
        for (int i = 0; i < flow.lots().size(); i++) {
            Output output = body.outputs().get(i);
            for (Pair pair : output.elements().isPresent() ? PAIRS : List.<Pair>of()) {
                check(pair, flow.inputs(), flow.lots().get(i), i).ifPresent(found::add);
            }
        }
        return List.copyOf(found);
    }

    private static Optional<Finding> check(Pair pair, List<Taken> inputs, SortedMap<Element, Mass> output, int index) {
        BigInteger over = of(output, pair.over);
        BigInteger under = of(output, pair.under);
        if (over.signum() == 0 && under.signum() == 0) {
            return Optional.empty();
        }
        // Above (below) all inputs, a little slack left: over/under > a/b * slack, without dividing by what may be
        // zero.
        boolean above = true;
        boolean below = true;
        for (Taken input : inputs) {
            BigInteger a = of(input.masses(), pair.over);
            BigInteger b = of(input.masses(), pair.under);
            if (a.signum() == 0 && b.signum() == 0) {
                continue;
            }
            above &= scaled(over.multiply(b), SLACK_DENOMINATOR).compareTo(scaled(a.multiply(under), SLACK_NUMERATOR))
                    > 0;
            below &= scaled(over.multiply(b), SLACK_NUMERATOR).compareTo(scaled(a.multiply(under), SLACK_DENOMINATOR))
                    < 0;
        }
        if (!above && !below) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                AlertKind.ELEMENT_RATIO,
                pair.name() + " " + index,
                Severity.HIGH,
                "The stated " + pair.name() + " of an output is " + text(over, under)
                        + " and no mixture of the inputs has that: it lies "
                        + (above ? "above" : "below") + " the ratio of every one of them.",
                "Look for an input that is missing, or for two lots that were taken for each other; where the elements"
                        + " were separated, the process is solvent-extraction."));
    }

    /** Whether a lot that is registered as mined has the ratio of nothing that is mined. */
    public static Optional<Finding> check(Form form, OriginVector vector) {
        Map<Element, Mass> totals = MassBalance.totals(vector);
        long kinds = totals.keySet().stream().filter(RareEarths::contains).count();
        boolean mixedOxide = form == Form.OXIDE && kinds > 2;
        BigInteger over = of(totals, ND_PR.over);
        BigInteger under = of(totals, ND_PR.under);
        if (!AS_MINED.contains(form) && !mixedOxide || isTrace(over, totals) || isTrace(under, totals)) {
            return Optional.empty();
        }
        Ratio ratio = new Ratio(over, under);
        if (ratio.compareTo(NATURAL_LEAST) >= 0 && ratio.compareTo(NATURAL_MOST) <= 0) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                AlertKind.ELEMENT_RATIO,
                ND_PR.name(),
                Severity.LOW,
                "Nd/Pr is " + ratio.rounded(2) + " in a lot that is registered as " + form.wire()
                        + "; in ores it is about 2.5 to 5 (from memory, unverified).",
                "Check the assay and its basis; a mixture of separated oxides is registered with the form mixed."));
    }

    private static boolean isTrace(BigInteger mass, Map<Element, Mass> totals) {
        BigInteger all = BigInteger.ZERO;
        for (Element element : RareEarths.ALL) {
            all = all.add(of(totals, element));
        }
        return mass.signum() == 0 || new Ratio(mass, all).compareTo(NOT_A_TRACE) < 0;
    }

    private static BigInteger of(Map<Element, Mass> masses, Element element) {
        return BigInteger.valueOf(masses.getOrDefault(element, Mass.ZERO).micrograms());
    }

    private static BigInteger scaled(BigInteger value, long factor) {
        return value.multiply(BigInteger.valueOf(factor));
    }

    private static String text(BigInteger over, BigInteger under) {
        return under.signum() == 0 ? "without bound" : new Ratio(over, under).rounded(3);
    }
}

package io.lodestone.evidence.massbalance;

import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Compares what goes in with what comes out, losses included. Each tracked element balances to the microgram; open
 * mass balances with the declared gain.
 */
public final class MassBalance {

    private static final String OPEN = "open";

    private MassBalance() {}

    /** The elements, and the open mass, that do not balance; empty where all do. */
    public static List<Imbalance> check(List<OriginVector> in, List<OriginVector> out, Mass openGain) {
        SortedMap<String, BigInteger> left = byElement(in);
        left.merge(OPEN, big(openGain), BigInteger::add);
        return differences(left, byElement(out));
    }

    /**
     * The pairs of element and profile that do not balance. Outputs to which a step was appended have to be relabelled
     * back first ({@link OriginVector#relabelled}), and only they: a loss may hold a profile that arose elsewhere. Where
     * profiles were merged, the inputs have to be put under the merged ones ({@code Merging.under}): what was merged
     * balances as one, for no output says any more which part of it is whose.
     */
    public static List<Imbalance> checkProfiles(List<OriginVector> in, List<OriginVector> out) {
        return differences(byProfile(in), byProfile(out));
    }

    /** The mass of each tracked element in a vector, sorted by symbol, for display. */
    public static SortedMap<Element, Mass> totals(OriginVector vector) {
        SortedMap<Element, Mass> totals = new TreeMap<>(Element.BY_SYMBOL);
        vector.rowList().forEach(row -> totals.merge(row.element(), row.mass(), Mass::plus));
        return Collections.unmodifiableSortedMap(totals);
    }

    private static SortedMap<String, BigInteger> byElement(List<OriginVector> vectors) {
        SortedMap<String, BigInteger> sums = new TreeMap<>();
        sums.put(OPEN, BigInteger.ZERO);
        for (OriginVector vector : vectors) {
            sums.merge(OPEN, big(vector.open()), BigInteger::add);
            vector.rowList().forEach(row -> sums.merge(row.element().symbol(), big(row.mass()), BigInteger::add));
        }
        return sums;
    }

    private static SortedMap<String, BigInteger> byProfile(List<OriginVector> vectors) {
        SortedMap<String, BigInteger> sums = new TreeMap<>();
        for (OriginVector vector : vectors) {
            vector.rowList()
                    .forEach(row ->
                            sums.merge(row.element().symbol() + " " + row.profile(), big(row.mass()), BigInteger::add));
        }
        return sums;
    }

    private static List<Imbalance> differences(Map<String, BigInteger> in, Map<String, BigInteger> out) {
        SortedMap<String, BigInteger> all = new TreeMap<>(in);
        out.keySet().forEach(what -> all.putIfAbsent(what, BigInteger.ZERO));
        List<Imbalance> found = new ArrayList<>();
        all.forEach((what, before) -> {
            BigInteger after = out.getOrDefault(what, BigInteger.ZERO);
            if (!before.equals(after)) {
                found.add(new Imbalance(what, before, after));
            }
        });
        return List.copyOf(found);
    }

    private static BigInteger big(Mass mass) {
        return BigInteger.valueOf(mass.micrograms());
    }
}

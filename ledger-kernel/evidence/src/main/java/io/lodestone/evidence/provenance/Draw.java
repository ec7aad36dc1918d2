package io.lodestone.evidence.provenance;

import io.lodestone.evidence.quantity.Mass;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Largest remainder apportionment: shares are whole, add up to exactly the total, and each differs from its quota by
 * less than one. The units that rounding down leaves go to the largest remainders; in a tie the earlier part wins.
 */
public final class Draw {

    private static final BigInteger[] ZEROS = {BigInteger.ZERO, BigInteger.ZERO};

    private Draw() {}

    /**
     * Draws {@code total} out of what is there, in proportion; ties go to the smaller key. No share exceeds its part,
     * because {@code total} may not exceed the sum of the parts.
     */
    public static <K> SortedMap<K, Mass> apportion(Mass total, SortedMap<K, Mass> parts) {
        List<BigInteger> weights = new ArrayList<>(parts.size());
        for (Mass part : parts.values()) {
            weights.add(BigInteger.valueOf(part.micrograms()));
        }
        BigInteger sought = BigInteger.valueOf(total.micrograms());
        if (sought.compareTo(sum(weights)) > 0) {
            throw new IllegalArgumentException("more is drawn than there is");
        }
        List<BigInteger> shares = apportion(sought, weights);
        SortedMap<K, Mass> drawn = new TreeMap<>(parts);
        int index = 0;
        for (K key : parts.keySet()) {
            drawn.put(key, new Mass(shares.get(index++).longValueExact()));
        }
        return drawn;
    }

    /** Splits {@code total} by any non-negative weights; ties go to the smaller index. */
    public static List<BigInteger> apportion(BigInteger total, List<BigInteger> weights) {
        BigInteger whole = sum(weights);
        if (total.signum() < 0 || whole.signum() == 0 && total.signum() > 0) {
            throw new IllegalArgumentException("nothing to apportion over");
        }
        List<BigInteger> shares = new ArrayList<>(weights.size());
        List<BigInteger> remainders = new ArrayList<>(weights.size());
        List<Integer> order = new ArrayList<>(weights.size());
        BigInteger left = total;
        for (BigInteger weight : weights) {
            BigInteger[] quota =
                    total.signum() == 0 ? ZEROS : total.multiply(weight).divideAndRemainder(whole);
            order.add(order.size());
            shares.add(quota[0]);
            remainders.add(quota[1]);
            left = left.subtract(quota[0]);
        }
        // The sort is stable, so equal remainders keep the order of their parts.
        order.sort(Comparator.comparing(remainders::get, Comparator.reverseOrder()));
        for (int index : order.subList(0, left.intValueExact())) {
            shares.set(index, shares.get(index).add(BigInteger.ONE));
        }
        return shares;
    }

    private static BigInteger sum(List<BigInteger> weights) {
        BigInteger sum = BigInteger.ZERO;
        for (BigInteger weight : weights) {
            if (weight.signum() < 0) {
                throw new IllegalArgumentException("a part cannot be negative");
            }
            sum = sum.add(weight);
        }
        return sum;
    }
}

package io.lodestone.evidence.provenance;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Mass that is filled in, and mass whose origin is given up: all of it Unknown. */
final class Fills {

    private Fills() {}

    /** The same elements and open mass, every origin Unknown. */
    static OriginVector unknown(OriginVector vector) {
        return vector.relabelled(profile -> UnknownOrigin.DIGEST);
    }

    /** So much of each element of Unknown origin. */
    static OriginVector of(SortedMap<Element, Mass> elements, Mass open) {
        SortedMap<Element, SortedMap<Digest, Mass>> rows = new TreeMap<>(Element.BY_SYMBOL);
        elements.forEach((element, mass) -> rows.put(element, new TreeMap<>(Map.of(UnknownOrigin.DIGEST, mass))));
        return new OriginVector(rows, open);
    }

    /** A mass of that composition, open mass included, of Unknown origin; the composition may weigh less. */
    static OriginVector like(OriginVector composition, Mass mass) {
        SortedMap<Element, Mass> elements = Vectors.totals(composition);
        List<Mass> parts = new ArrayList<>(elements.values());
        parts.add(composition.open());
        List<Mass> shares = apportion(mass, parts);
        int index = 0;
        for (Element element : elements.keySet()) {
            elements.put(element, shares.get(index++));
        }
        return of(elements, shares.get(index));
    }

    /** A tracked mass in the proportions of a composition's elements, of Unknown origin. */
    static OriginVector trackedLike(OriginVector composition, Mass mass) {
        return like(new OriginVector(composition.rows(), Mass.ZERO), mass);
    }

    /** Sums; where an element had too many profiles, every origin of the sum is given up. */
    static OriginVector together(List<OriginVector> vectors, Mass open) {
        try {
            return Vectors.sum(vectors, open);
        } catch (FormatException e) {
            if (e.fault() != Fault.TOO_LARGE) {
                throw e;
            }
            return Vectors.sum(vectors.stream().map(Fills::unknown).toList(), open);
        }
    }

    private static List<Mass> apportion(Mass total, List<Mass> parts) {
        List<BigInteger> weights = parts.stream()
                .map(part -> BigInteger.valueOf(part.micrograms()))
                .toList();
        return Draw.apportion(BigInteger.valueOf(total.micrograms()), weights).stream()
                .map(share -> new Mass(share.longValueExact()))
                .toList();
    }
}

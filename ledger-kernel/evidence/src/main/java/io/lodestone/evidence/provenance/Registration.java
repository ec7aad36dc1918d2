package io.lodestone.evidence.provenance;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OriginRefusal.Code;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.quantity.Ratio;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The vector of a lot that is registered. Each element's mass is the floor of its exact sum over all components, split
 * over its profiles by largest remainder; everything else of the lot, and what the floor cuts, is open mass.
 */
public final class Registration {

    private Registration() {}

    /** Refuses components that weigh more than the lot. */
    public static RegistrationResult vector(Mass lot, List<LotMaterial> material) {
        Ratio stated = Ratio.ZERO;
        SortedMap<Element, SortedMap<Digest, Ratio>> exact = new TreeMap<>(Element.BY_SYMBOL);
        for (LotMaterial component : material) {
            Ratio micrograms = component.micrograms(lot);
            stated = stated.plus(micrograms);
            for (Element element : component.substance().tracked()) {
                exact.computeIfAbsent(element, e -> new TreeMap<>())
                        .merge(
                                component.profile(),
                                micrograms.times(component.substance().fractionOf(element)),
                                Ratio::plus);
            }
        }
        if (stated.compareTo(Ratio.of(lot.micrograms(), 1)) > 0) {
            return new OriginRefusal(
                    Code.MASS_NOT_CONSERVED, "material", "the components weigh more than the lot's mass");
        }
        SortedMap<Element, SortedMap<Digest, Mass>> rows = new TreeMap<>(Element.BY_SYMBOL);
        exact.forEach((element, profiles) -> rows.put(element, whole(profiles)));
        OriginVector tracked = new OriginVector(rows, Mass.ZERO);
        return new RegistrationResult.Registered(new OriginVector(rows, lot.minus(tracked.total())));
    }

    private static SortedMap<Digest, Mass> whole(SortedMap<Digest, Ratio> profiles) {
        BigInteger common = BigInteger.ONE;
        Ratio sum = Ratio.ZERO;
        for (Ratio part : profiles.values()) {
            common = common.multiply(part.denominator()).divide(common.gcd(part.denominator()));
            sum = sum.plus(part);
        }
        List<BigInteger> weights = new ArrayList<>(profiles.size());
        for (Ratio part : profiles.values()) {
            weights.add(part.numerator().multiply(common.divide(part.denominator())));
        }
        List<BigInteger> shares = Draw.apportion(sum.floor(), weights);
        SortedMap<Digest, Mass> masses = new TreeMap<>();
        int index = 0;
        for (Digest profile : profiles.keySet()) {
            masses.put(profile, new Mass(shares.get(index++).longValueExact()));
        }
        return masses;
    }
}

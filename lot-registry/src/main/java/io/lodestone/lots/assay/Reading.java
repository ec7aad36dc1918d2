package io.lodestone.lots.assay;

import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.quantity.Ratio;
import java.util.SortedMap;

/**
 * What is known of one element in a lot: between which fractions of the lot's mass its metal lies. A point has both
 * ends equal; what lies below a limit begins at zero, and is not zero.
 *
 * @param squaredUncertainty square of the expanded uncertainty (k = 2) of that fraction; zero where none is known
 */
public record Reading(Ratio least, Ratio most, Ratio squaredUncertainty) {

    static final Reading NOTHING = new Reading(Ratio.ZERO, Ratio.ZERO, Ratio.ZERO);

    Reading plus(Reading other) {
        return new Reading(
                least.plus(other.least), most.plus(other.most), squaredUncertainty.plus(other.squaredUncertainty));
    }

    Reading times(Ratio low, Ratio high) {
        return new Reading(least.times(low), most.times(high), squaredUncertainty.times(high.times(high)));
    }

    /** Whether a fraction lies between the ends, or outside by no more than the uncertainty: compared as squares. */
    boolean agrees(Ratio fraction) {
        if (fraction.compareTo(least) >= 0 && fraction.compareTo(most) <= 0) {
            return true;
        }
        Ratio off = fraction.compareTo(least) < 0 ? least.minus(fraction) : fraction.minus(most);
        return off.times(off).compareTo(squaredUncertainty) <= 0;
    }

    /** The uncertainty of the metal in so much of the lot, rounded down. */
    public Mass uncertaintyOf(Mass lot) {
        Ratio mass = Ratio.of(lot.micrograms(), 1);
        return new Mass(
                squaredUncertainty.times(mass.times(mass)).floor().sqrt().longValueExact());
    }

    /** As a fraction of all rare earth oxide, given what is known of the others; the rest may make it more or less. */
    static Reading share(SortedMap<Element, Reading> oxides, Element element) {
        Reading own = oxides.getOrDefault(element, NOTHING);
        Ratio others = Ratio.ZERO;
        Ratio othersMost = Ratio.ZERO;
        for (var each : oxides.entrySet()) {
            if (each.getKey() != element) {
                others = others.plus(each.getValue().least());
                othersMost = othersMost.plus(each.getValue().most());
            }
        }
        return new Reading(part(own.least, othersMost), part(own.most, others), Ratio.ZERO);
    }

    private static Ratio part(Ratio one, Ratio others) {
        return one.isZero() ? Ratio.ZERO : one.dividedBy(one.plus(others));
    }
}

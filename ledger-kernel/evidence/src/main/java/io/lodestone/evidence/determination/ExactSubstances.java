package io.lodestone.evidence.determination;

import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Ratio;
import io.lodestone.evidence.quantity.Substance;

/** Compositions from formula and atomic masses, exact. */
public enum ExactSubstances implements Substances {
    FROM_ATOMIC_MASSES;

    @Override
    public Ratio fractionOf(String substance, Element element) {
        return Substance.parse(substance).fractionOf(element);
    }
}

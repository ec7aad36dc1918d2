package io.lodestone.evidence.determination;

import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Ratio;

/** Compositions of the substances that prices are given for. */
@FunctionalInterface
public interface Substances {

    /**
     * The exact mass fraction of {@code element} in {@code substance} (Dy in Dy2O3: 325000/372997), zero where it
     * holds none; {@link IllegalArgumentException} for text that is no element and no formula.
     */
    Ratio fractionOf(String substance, Element element);
}

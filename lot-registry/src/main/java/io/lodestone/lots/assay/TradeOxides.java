package io.lodestone.lots.assay;

import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Ratio;
import io.lodestone.evidence.quantity.Substance;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The oxide that each rare earth is traded as; total rare earth oxide (TREO) is counted in these. */
public final class TradeOxides {

    private static final SortedMap<Element, Substance> OXIDES = new TreeMap<>(Element.BY_SYMBOL);

    static {
        for (String formula : List.of("CeO2", "Pr6O11", "Tb4O7")) {
            Substance oxide = Substance.parse(formula);
            OXIDES.put(oxide.tracked().get(0), oxide);
        }
        for (String symbol : "Sc Y La Nd Sm Eu Gd Dy Ho Er Tm Yb Lu".split(" ")) {
            OXIDES.put(Element.parse(symbol), Substance.parse(symbol + "2O3"));
        }
    }

    private TradeOxides() {}

    /** Empty for what is not a rare earth. */
    public static Optional<Substance> of(Element element) {
        return Optional.ofNullable(OXIDES.get(element));
    }

    /** The oxide that holds so much of the element. */
    static Ratio oxide(Element element, Ratio metal) {
        return metal.dividedBy(OXIDES.get(element).fractionOf(element));
    }
}

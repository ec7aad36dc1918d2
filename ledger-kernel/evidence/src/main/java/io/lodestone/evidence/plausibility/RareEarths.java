package io.lodestone.evidence.plausibility;

import io.lodestone.evidence.quantity.Element;
import java.util.Map;
import java.util.Set;

/** The rare earths: scandium, yttrium and the lanthanides but promethium, which is not traded. */
final class RareEarths {

    private static final Map<Element, String> NAMES = Map.ofEntries(
            Map.entry(Element.SC, "scandium"),
            Map.entry(Element.Y, "yttrium"),
            Map.entry(Element.LA, "lanthanum"),
            Map.entry(Element.CE, "cerium"),
            Map.entry(Element.PR, "praseodymium"),
            Map.entry(Element.ND, "neodymium"),
            Map.entry(Element.SM, "samarium"),
            Map.entry(Element.EU, "europium"),
            Map.entry(Element.GD, "gadolinium"),
            Map.entry(Element.TB, "terbium"),
            Map.entry(Element.DY, "dysprosium"),
            Map.entry(Element.HO, "holmium"),
            Map.entry(Element.ER, "erbium"),
            Map.entry(Element.TM, "thulium"),
            Map.entry(Element.YB, "ytterbium"),
            Map.entry(Element.LU, "lutetium"));

    static final Set<Element> ALL = NAMES.keySet();

    /** Those that are diffused into a magnet. */
    static final Set<Element> DIFFUSED = Set.of(Element.TB, Element.DY);

    private RareEarths() {}

    static boolean contains(Element element) {
        return NAMES.containsKey(element);
    }

    static String name(Element element) {
        return NAMES.getOrDefault(element, element.symbol());
    }
}

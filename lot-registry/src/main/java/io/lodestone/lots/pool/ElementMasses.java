package io.lodestone.lots.pool;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.provenance.StatedElements;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.lots.outbox.Fields;
import java.util.SortedMap;
import java.util.TreeMap;

/** A member that gives the mass of some elements: {@code [{"element": "Dy", "massKg": "1.5"}]}; may be left out. */
final class ElementMasses {

    private static final int MAX_ELEMENTS = 100;

    private ElementMasses() {}

    private record Stated(Element element, Mass mass) {
        static Stated read(Members in) {
            return new Stated(in.parsed("element", 2, Element::parse), in.parsed("massKg", Fields.MASS, Mass::parseKg));
        }
    }

    static StatedElements read(Members in, String name) {
        SortedMap<Element, Mass> masses = new TreeMap<>(Element.BY_SYMBOL);
        if (in.optional(name).isPresent()) {
            for (Stated stated : in.objects(name, MAX_ELEMENTS, Stated::read)) {
                if (masses.put(stated.element, stated.mass) != null) {
                    throw new FormatException(Fault.MALFORMED, in.path(name), "names an element twice");
                }
            }
        }
        return new StatedElements(masses);
    }
}

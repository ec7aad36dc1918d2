package io.lodestone.lots.correction;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.provenance.StatedElements;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.lots.outbox.Fields;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a lot that was made really weighed.
 *
 * @param open empty where it follows: the mass without the stated elements, else the open mass that was stated
 */
public record MadeMass(LotId lot, Mass mass, Optional<Mass> open, Optional<StatedElements> elements) {

    private static final int MAX_ELEMENTS = 100;

    private record Stated(Element element, Mass mass) {}

    static MadeMass read(Members in) {
        return new MadeMass(
                in.parsed("lot", 36, LotId::parse),
                in.parsed("massKg", Fields.MASS, Mass::parseKg),
                in.optionalParsed("openKg", Fields.MASS, Fields::massOrZero),
                in.optional("elements").map(some -> elements(in)));
    }

    private static StatedElements elements(Members in) {
        SortedMap<Element, Mass> masses = new TreeMap<>(Element.BY_SYMBOL);
        List<Stated> stated = in.objects(
                "elements",
                MAX_ELEMENTS,
                each -> new Stated(
                        each.parsed("element", 2, Element::parse), each.parsed("massKg", Fields.MASS, Mass::parseKg)));
        for (Stated one : stated) {
            if (masses.put(one.element, one.mass) != null) {
                throw new FormatException(Fault.MALFORMED, in.path("elements"), "names an element twice");
            }
        }
        return new StatedElements(masses);
    }
}

package io.lodestone.evidence.provenance;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonNull;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The element masses that an output states of itself, sorted by symbol; none of them zero, each element once. */
public record StatedElements(SortedMap<Element, Mass> masses) {

    private static final int MAX_ELEMENTS = 100;

    public StatedElements {
        SortedMap<Element, Mass> copy = new TreeMap<>(Element.BY_SYMBOL);
        masses.forEach((element, mass) -> copy.put(element, mass.requirePositive()));
        masses = Collections.unmodifiableSortedMap(copy);
    }

    /** Reads an array of {@code {element, ug}}; empty where the member is the literal null. */
    public static Optional<StatedElements> read(Members in, String name) {
        if (in.value(name) == JsonNull.NULL) {
            return Optional.empty();
        }
        List<Row> rows = in.objects(name, MAX_ELEMENTS, Row::read);
        SortedMap<Element, Mass> masses = new TreeMap<>(Element.BY_SYMBOL);
        rows.forEach(row -> masses.put(row.element, row.mass));
        StatedElements stated = new StatedElements(masses);
        if (!stated.rows().equals(rows)) {
            throw new FormatException(
                    Fault.NOT_CANONICAL, in.path(name), "must be sorted by element, each element once");
        }
        return Optional.of(stated);
    }

    /** The array of {@code {element, ug}}. */
    public Json json() {
        return Json.array(rows().stream().map(Row::json).toList());
    }

    public Mass total() {
        Mass sum = Mass.ZERO;
        for (Mass mass : masses.values()) {
            sum = sum.plus(mass);
        }
        return sum;
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        masses.forEach((element, mass) -> rows.add(new Row(element, mass)));
        return rows;
    }

    private record Row(Element element, Mass mass) {
        static Row read(Members in) {
            return new Row(in.parsed("element", 2, Element::parse), in.parsed("ug", 19, Mass::parsePositive));
        }

        JsonObject json() {
            return Json.object()
                    .put("element", element.symbol())
                    .putWire("ug", mass)
                    .build();
        }
    }
}

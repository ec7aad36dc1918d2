package io.lodestone.evidence.provenance;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * A lot's mass, split by tracked element and origin profile, plus the open mass that belongs to no tracked element.
 * The total is exactly the lot's book mass. No row is zero; rows are sorted by element symbol, then profile digest.
 */
public record OriginVector(SortedMap<Element, SortedMap<Digest, Mass>> rows, Mass open) {

    /** A lot with more is refused; a transformation whose inputs have more together merges the smallest. */
    public static final int MAX_PROFILES_PER_ELEMENT = 512;

    /** Of a lot or pool that holds nothing. */
    public static final OriginVector EMPTY = new OriginVector(new TreeMap<>(), Mass.ZERO);

    private static final int MAX_ROWS = 100 * MAX_PROFILES_PER_ELEMENT;

    public OriginVector {
        SortedMap<Element, SortedMap<Digest, Mass>> copy = new TreeMap<>(Element.BY_SYMBOL);
        rows.forEach((element, profiles) -> {
            SortedMap<Digest, Mass> kept = new TreeMap<>();
            profiles.forEach((profile, mass) -> {
                if (!mass.isZero()) {
                    kept.put(profile, mass);
                }
            });
            if (kept.size() > MAX_PROFILES_PER_ELEMENT) {
                throw new FormatException(
                        Fault.TOO_LARGE, "", "an element has at most " + MAX_PROFILES_PER_ELEMENT + " profiles");
            }
            if (!kept.isEmpty()) {
                copy.put(element, java.util.Collections.unmodifiableSortedMap(kept));
            }
        });
        rows = java.util.Collections.unmodifiableSortedMap(copy);
    }

    /** Reads the members of a vector object; refuses rows out of order, zero rows and any other member. */
    public static OriginVector read(Members in) {
        in.format("lodestone-vector", 1);
        Mass open = in.parsed("openUg", 19, Mass::parse);
        List<Row> rows = in.objects("rows", MAX_ROWS, Row::read);
        in.end();
        SortedMap<Element, SortedMap<Digest, Mass>> map = new TreeMap<>(Element.BY_SYMBOL);
        for (Row row : rows) {
            map.computeIfAbsent(row.element, e -> new TreeMap<>()).put(row.profile, row.mass);
        }
        OriginVector vector = new OriginVector(map, open);
        if (!vector.rowList().equals(rows)) {
            throw new FormatException(
                    Fault.NOT_CANONICAL, in.path("rows"), "must be sorted by element and profile, each row once");
        }
        return vector;
    }

    public JsonObject json() {
        return Json.object()
                .putWire("openUg", open)
                .put("rows", rowList(), Row::json)
                .put("type", "lodestone-vector")
                .put("version", 1)
                .build();
    }

    public Digest digest() {
        return Digest.sha256(CanonicalJson.bytes(json()));
    }

    public Mass total() {
        Mass sum = open;
        for (Element element : rows.keySet()) {
            sum = sum.plus(of(element));
        }
        return sum;
    }

    /** The mass of one tracked element over all its profiles. */
    public Mass of(Element element) {
        Mass sum = Mass.ZERO;
        SortedMap<Digest, Mass> profiles = rows.get(element);
        if (profiles != null) {
            for (Mass mass : profiles.values()) {
                sum = sum.plus(mass);
            }
        }
        return sum;
    }

    /** The mass of one tracked element with one history. */
    public Mass of(Element element, Digest profile) {
        SortedMap<Digest, Mass> profiles = rows.get(element);
        return profiles == null ? Mass.ZERO : profiles.getOrDefault(profile, Mass.ZERO);
    }

    /** The profiles that any row names. */
    public SortedSet<Digest> profiles() {
        SortedSet<Digest> named = new TreeSet<>();
        rows.values().forEach(some -> named.addAll(some.keySet()));
        return named;
    }

    /** How many rows there are. */
    public int size() {
        return rows.values().stream().mapToInt(SortedMap::size).sum();
    }

    /** Row by row and open mass by open mass. */
    public OriginVector plus(OriginVector other) {
        return Vectors.sum(List.of(this, other), Mass.ZERO);
    }

    /** Row by row; refuses to take more of a row than there is. */
    public OriginVector minus(OriginVector taken) {
        return Vectors.minus(this, taken);
    }

    public List<Row> rowList() {
        List<Row> list = new ArrayList<>();
        rows.forEach(
                (element, profiles) -> profiles.forEach((profile, mass) -> list.add(new Row(element, profile, mass))));
        return List.copyOf(list);
    }

    /** The same masses under other profiles; profiles that become equal are added. */
    public OriginVector relabelled(UnaryOperator<Digest> profileOf) {
        SortedMap<Element, SortedMap<Digest, Mass>> map = new TreeMap<>(Element.BY_SYMBOL);
        for (Row row : rowList()) {
            map.computeIfAbsent(row.element, e -> new TreeMap<>())
                    .merge(profileOf.apply(row.profile), row.mass, Mass::plus);
        }
        return new OriginVector(map, open);
    }

    /** One row: so much of one element has this history. */
    public record Row(Element element, Digest profile, Mass mass) {

        static Row read(Members in) {
            return new Row(
                    in.parsed("element", 2, Element::parse),
                    in.parsed("profile", 44, Digest::parse),
                    in.parsed("ug", 19, Mass::parsePositive));
        }

        JsonObject json() {
            return Json.object()
                    .put("element", element.symbol())
                    .putWire("profile", profile)
                    .putWire("ug", mass)
                    .build();
        }
    }
}

package io.lodestone.evidence.provenance;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Sums, differences and draws of whole vectors. */
final class Vectors {

    /** In a tie the open mass comes last: lower case sorts after every symbol. */
    private static final String OPEN = "open";

    private Vectors() {}

    /** The sum as it is; an element of too many profiles is refused. */
    static OriginVector sum(List<OriginVector> vectors, Mass openGain) {
        return sum(vectors, openGain, (element, rows) -> rows);
    }

    /** Adds up; where an element then has too many profiles, the smallest are merged. */
    static OriginVector sum(List<OriginVector> vectors, Mass openGain, ProfileMerge merge) {
        return sum(vectors, openGain, merge::bounded);
    }

    private static OriginVector sum(
            List<OriginVector> vectors,
            Mass openGain,
            BiFunction<Element, SortedMap<Digest, Mass>, SortedMap<Digest, Mass>> bounded) {
        SortedMap<Element, SortedMap<Digest, Mass>> rows = new TreeMap<>(Element.BY_SYMBOL);
        Mass open = openGain;
        for (OriginVector vector : vectors) {
            open = open.plus(vector.open());
            vector.rows()
                    .forEach((element, profiles) -> profiles.forEach((profile, mass) ->
                            rows.computeIfAbsent(element, e -> new TreeMap<>()).merge(profile, mass, Mass::plus)));
        }
        rows.replaceAll(bounded);
        return new OriginVector(rows, open);
    }

    static OriginVector minus(OriginVector from, OriginVector taken) {
        SortedMap<Element, SortedMap<Digest, Mass>> rows = new TreeMap<>(from.rows());
        taken.rows().forEach((element, profiles) -> {
            SortedMap<Digest, Mass> left = new TreeMap<>(rows.getOrDefault(element, new TreeMap<>()));
            profiles.forEach((profile, mass) ->
                    left.put(profile, left.getOrDefault(profile, Mass.ZERO).minus(mass)));
            rows.put(element, left);
        });
        return new OriginVector(rows, from.open().minus(taken.open()));
    }

    static SortedMap<Element, Mass> totals(OriginVector vector) {
        SortedMap<Element, Mass> totals = new TreeMap<>(Element.BY_SYMBOL);
        for (Element element : vector.rows().keySet()) {
            totals.put(element, vector.of(element));
        }
        return totals;
    }

    /** Draws a mass from everything a lot holds, open mass included. */
    static OriginVector consume(OriginVector from, Mass consumed) {
        SortedMap<String, Mass> parts = new TreeMap<>();
        totals(from).forEach((element, mass) -> parts.put(element.symbol(), mass));
        parts.put(OPEN, from.open());
        SortedMap<Element, Mass> elements = new TreeMap<>(Element.BY_SYMBOL);
        Mass open = Mass.ZERO;
        for (var share : Draw.apportion(consumed, parts).entrySet()) {
            if (share.getKey().equals(OPEN)) {
                open = share.getValue();
            } else {
                elements.put(Element.parse(share.getKey()), share.getValue());
            }
        }
        return take(from, elements, open);
    }

    /** Draws each element's mass over its profiles. */
    static OriginVector take(OriginVector from, SortedMap<Element, Mass> elements, Mass open) {
        SortedMap<Element, SortedMap<Digest, Mass>> rows = new TreeMap<>(Element.BY_SYMBOL);
        elements.forEach((element, mass) ->
                rows.put(element, Draw.apportion(mass, from.rows().getOrDefault(element, new TreeMap<>()))));
        return new OriginVector(rows, open);
    }
}

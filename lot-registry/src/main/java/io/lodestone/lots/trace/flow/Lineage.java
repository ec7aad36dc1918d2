package io.lodestone.lots.trace.flow;

import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.lots.trace.TracedLot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A lot with the lots it was made of and those it went into, as far as one reader sees them.
 *
 * @param masses of every lot that a passage names, whether or not it is of the lineage
 * @param whole whether every lot that is seen is here
 */
public record Lineage(
        TracedLot root,
        List<TracedLot> upstream,
        List<TracedLot> downstream,
        List<Passage> passages,
        Map<LotId, Mass> masses,
        boolean whole) {

    /** Columns to each side of the root: what lies farther away is not drawn. */
    static final int MAX_COLUMNS = 10;

    public Lineage {
        upstream = List.copyOf(upstream);
        downstream = List.copyOf(downstream);
        masses = Map.copyOf(masses);
        passages = passages.stream()
                .sorted(Comparator.comparingLong(Passage::index))
                .toList();
    }

    Map<LotId, TracedLot> lots() {
        Map<LotId, TracedLot> all = new LinkedHashMap<>();
        upstream.forEach(lot -> all.put(lot.lot(), lot));
        all.put(root.lot(), root);
        downstream.forEach(lot -> all.put(lot.lot(), lot));
        return all;
    }

    /** The column of each lot that is near enough: every passage goes from left to right, and the root stands at 0. */
    Map<LotId, Integer> columns() {
        Map<LotId, Integer> columns = new HashMap<>(Map.of(root.lot(), 0));
        Set<LotId> above = Set.copyOf(upstream.stream().map(TracedLot::lot).toList());
        Set<LotId> below = Set.copyOf(downstream.stream().map(TracedLot::lot).toList());
        List<Passage> latestFirst = new ArrayList<>(passages);
        latestFirst.sort(Comparator.comparingLong(Passage::index).reversed());
        for (Passage passage : latestFirst) {
            parts(passage.outputs())
                    .filter(columns::containsKey)
                    .mapToInt(columns::get)
                    .min()
                    .ifPresent(made -> parts(passage.inputs())
                            .filter(above::contains)
                            .forEach(input -> columns.merge(input, made - 1, Math::min)));
        }
        for (Passage passage : passages) {
            parts(passage.inputs())
                    .filter(input -> input.equals(root.lot()) || below.contains(input))
                    .filter(columns::containsKey)
                    .mapToInt(columns::get)
                    .max()
                    .ifPresent(used -> parts(passage.outputs())
                            .filter(below::contains)
                            .forEach(output -> columns.merge(output, used + 1, Math::max)));
        }
        columns.values().removeIf(column -> Math.abs(column) > MAX_COLUMNS);
        return columns;
    }

    private static Stream<LotId> parts(List<Passage.Part> parts) {
        return parts.stream().flatMap(part -> part.lot().stream());
    }
}

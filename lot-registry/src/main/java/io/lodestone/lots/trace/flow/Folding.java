package io.lodestone.lots.trace.flow;

import io.lodestone.evidence.statement.LotId;
import io.lodestone.lots.trace.TracedLot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** Joins the smallest lots of a column into one, where there are more than a picture can show. */
final class Folding {

    /** About so many nodes can still be read. */
    private static final int MAX_NODES = 60;

    private static final int MIN_COLUMN = 3;

    private Folding() {}

    /**
     * The lots that have a column and hold anything of what is measured, column by column and the largest first; the
     * root is alone in its column.
     */
    static List<List<TracedLot>> groups(
            Lineage lineage, Map<LotId, Integer> columns, ToLongFunction<TracedLot> weight) {
        Map<Integer, List<TracedLot>> byColumn = new TreeMap<>();
        int nodes = 0;
        for (TracedLot lot : lineage.lots().values()) {
            Integer column = columns.get(lot.lot());
            if (column != null && (weight.applyAsLong(lot) > 0 || lot.equals(lineage.root()))) {
                byColumn.computeIfAbsent(column, any -> new ArrayList<>()).add(lot);
                nodes++;
            }
        }
        int most = nodes <= MAX_NODES ? MAX_NODES : Math.max(MIN_COLUMN, MAX_NODES / byColumn.size());
        List<List<TracedLot>> groups = new ArrayList<>();
        for (List<TracedLot> lots : byColumn.values()) {
            lots.sort(Comparator.comparingLong(weight).reversed().thenComparing(TracedLot::lot));
            int alone = lots.size() <= most ? lots.size() : most - 1;
            lots.subList(0, alone).forEach(lot -> groups.add(List.of(lot)));
            if (alone < lots.size()) {
                groups.add(List.copyOf(lots.subList(alone, lots.size())));
            }
        }
        return groups;
    }
}

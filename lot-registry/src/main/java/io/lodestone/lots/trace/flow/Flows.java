package io.lodestone.lots.trace.flow;

import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.lots.trace.TracedLot;
import io.lodestone.lots.trace.flow.Passage.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Computes a flow. What is not drawn is neither left out nor guessed: it is the part that enters or goes aside. */
final class Flows {

    private record Edge(int from, int to) {}

    private final Lineage lineage;
    private final Measure measure;
    private final Map<LotId, Integer> places = new HashMap<>();
    private final List<List<TracedLot>> groups;
    private final Map<LotId, Integer> columns;
    private final Map<Edge, Long> bands =
            new TreeMap<>(Comparator.comparingInt(Edge::from).thenComparingInt(Edge::to));
    private final long[] entering;
    private final long[] aside;
    private final long[] lost;

    private Flows(Lineage lineage, Measure measure) {
        this.lineage = lineage;
        this.measure = measure;
        this.columns = lineage.columns();
        this.groups = Folding.groups(lineage, columns, lot -> measure.of(lot.lot(), lot.mass()));
        this.entering = new long[groups.size()];
        this.aside = new long[groups.size()];
        this.lost = new long[groups.size()];
        for (int i = 0; i < groups.size(); i++) {
            for (TracedLot lot : groups.get(i)) {
                places.put(lot.lot(), i);
            }
        }
    }

    /** {@link ArithmeticException} where so much flows that its micrograms are more than fit a long. */
    static Flow of(Lineage lineage, Measure measure) {
        Flows flows = new Flows(lineage, measure);
        lineage.passages().forEach(flows::add);
        return flows.flow();
    }

    private void add(Passage passage) {
        List<Part> inputs = passage.inputs();
        List<Part> outputs = passage.outputs();
        // After the outputs that are stated comes what is lost without being stated, after the inputs what is gained.
        long[] in = new long[inputs.size() + 1];
        long[] out = new long[outputs.size() + 1];
        for (int i = 0; i < inputs.size(); i++) {
            LotId lot = inputs.get(i).lot().orElseThrow();
            in[i] = measure.of(
                    lot,
                    lineage.masses().getOrDefault(lot, Mass.ZERO),
                    inputs.get(i).mass());
        }
        for (int j = 0; j < outputs.size(); j++) {
            Part output = outputs.get(j);
            out[j] = output.lot().map(lot -> measure.of(lot, output.mass())).orElseGet(() -> loss(output));
        }
        long difference = Math.subtractExact(Shares.sum(in), Shares.sum(out));
        in[inputs.size()] = Math.max(0, -difference);
        out[outputs.size()] = Math.max(0, difference);
        long[][] shares = Shares.of(in, out);
        for (int i = 0; i < in.length; i++) {
            for (int j = 0; j < out.length; j++) {
                book(place(inputs, i), place(outputs, j), isLoss(outputs, j), shares[i][j]);
            }
        }
    }

    /** What an element loses is what is missing: a loss states no composition of its own. */
    private long loss(Part output) {
        return measure.symbol().isEmpty() ? output.mass().micrograms() : 0;
    }

    private Optional<Integer> place(List<Part> parts, int index) {
        return index < parts.size() ? parts.get(index).lot().map(places::get) : Optional.empty();
    }

    private static boolean isLoss(List<Part> outputs, int index) {
        return index == outputs.size() || outputs.get(index).lot().isEmpty();
    }

    private void book(Optional<Integer> from, Optional<Integer> to, boolean loss, long weight) {
        if (weight == 0) {
            return;
        }
        if (from.isPresent() && to.isPresent()) {
            bands.merge(new Edge(from.get(), to.get()), weight, Math::addExact);
        } else if (from.isPresent()) {
            long[] sum = loss ? lost : aside;
            sum[from.get()] = Math.addExact(sum[from.get()], weight);
        } else if (to.isPresent()) {
            entering[to.get()] = Math.addExact(entering[to.get()], weight);
        }
    }

    private Flow flow() {
        List<Flow.Node> nodes = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            List<TracedLot> lots = groups.get(i);
            long weight = Shares.sum(lots.stream()
                    .mapToLong(lot -> measure.of(lot.lot(), lot.mass()))
                    .toArray());
            boolean root = lots.get(0).lot().equals(lineage.root().lot());
            int column = columns.getOrDefault(lots.get(0).lot(), 0);
            nodes.add(new Flow.Node(i, column, root, lots, weight, entering[i], aside[i], lost[i]));
        }
        List<Flow.Band> flowing = new ArrayList<>();
        bands.forEach((edge, weight) -> flowing.add(new Flow.Band(edge.from(), edge.to(), weight)));
        boolean complete = lineage.whole() && columns.size() == lineage.lots().size();
        return new Flow(nodes, flowing, measure, complete);
    }
}

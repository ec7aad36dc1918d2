package io.lodestone.lots.trace.flow;

import io.lodestone.lots.trace.flow.Picture.Box;
import io.lodestone.lots.trace.flow.Picture.Leaving;
import io.lodestone.lots.trace.flow.Picture.Ribbon;
import io.lodestone.lots.trace.flow.Picture.Span;
import io.lodestone.lots.trace.flow.Picture.Stub;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Places a flow. On each side of a box its parts follow one another without a gap: on the right the bands, what went
 * aside and what was lost, and then what is left; on the left the bands and what entered from elsewhere.
 */
final class Layout {

    static final long PIXEL = 100;
    static final long BOX = 14 * PIXEL;
    static final long TOP = 96 * PIXEL;
    static final long LINE = 15 * PIXEL;
    static final long BOTTOM = 56 * PIXEL;

    private static final long COLUMN = 250 * PIXEL;
    private static final long LEFT = 60 * PIXEL;
    private static final long GAP = 18 * PIXEL;
    /** The heaviest column, without gaps. */
    private static final long TALLEST = 360 * PIXEL;
    /** So that the title fits. */
    private static final long NARROWEST = 720 * PIXEL;

    private final Flow flow;
    private final Scale scale;
    private final SortedMap<Integer, List<Flow.Node>> columns = new TreeMap<>();
    private final Map<Integer, Box> boxes = new HashMap<>();

    private Layout(Flow flow) {
        this.flow = flow;
        flow.nodes()
                .forEach(node -> columns.computeIfAbsent(node.column(), any -> new ArrayList<>())
                        .add(node));
        BigInteger heaviest = columns.values().stream()
                .map(nodes -> nodes.stream()
                        .map(node -> BigInteger.valueOf(node.weight()))
                        .reduce(BigInteger.ZERO, BigInteger::add))
                .max(Comparator.naturalOrder())
                .orElse(BigInteger.ONE);
        this.scale = new Scale(heaviest, TALLEST);
    }

    static Picture of(Flow flow) {
        return new Layout(flow).picture();
    }

    private Picture picture() {
        long tallest = columns.values().stream().mapToLong(this::tall).max().orElse(0);
        // From the root outwards, so that each column can follow the one before it.
        columns.keySet().stream()
                .sorted(Comparator.comparingInt((Integer column) -> Math.abs(column)))
                .forEach(column -> place(column, tallest));
        List<Box> all = flow.nodes().stream().map(node -> box(node.id())).toList();
        long width = Math.max(NARROWEST, LEFT + (long) columns.size() * COLUMN);
        return new Picture(flow, all, ribbons(), stubs(), width, TOP + tallest + BOTTOM);
    }

    private Box box(int node) {
        Box box = boxes.get(node);
        if (box == null) {
            throw new IllegalStateException("a node was not placed");
        }
        return box;
    }

    private long tall(List<Flow.Node> nodes) {
        return nodes.stream().mapToLong(this::slot).sum() + (nodes.size() - 1) * GAP;
    }

    /** A box is as high as its mass, and has the room that its label needs. */
    private long slot(Flow.Node node) {
        return Math.max(scale.at(node.weight()), Labels.of(node, flow.measure()).size() * LINE);
    }

    private void place(int column, long tallest) {
        List<Flow.Node> nodes = columns.getOrDefault(column, List.of()).stream()
                .sorted(Comparator.comparingLong(this::pull).thenComparing(Flow.Node::id))
                .toList();
        long x = LEFT + (column - columns.firstKey()) * COLUMN;
        long y = TOP + (tallest - tall(nodes)) / 2;
        for (Flow.Node node : nodes) {
            long height = scale.at(node.weight());
            boxes.put(node.id(), new Box(node, x, y + (slot(node) - height) / 2, height));
            y += slot(node) + GAP;
        }
    }

    /** The mean height of the neighbours that are placed, each as often as it has hundredths in common with the node. */
    private long pull(Flow.Node node) {
        BigInteger sum = BigInteger.ZERO;
        long count = 0;
        for (Flow.Band band : flow.bands()) {
            Box neighbour = band.from() == node.id()
                    ? boxes.get(band.to())
                    : band.to() == node.id() ? boxes.get(band.from()) : null;
            if (neighbour != null) {
                long common = scale.at(band.weight()) + 1;
                sum = sum.add(BigInteger.valueOf(neighbour.middle()).multiply(BigInteger.valueOf(common)));
                count += common;
            }
        }
        return count == 0
                ? Long.MAX_VALUE
                : sum.divide(BigInteger.valueOf(count)).longValueExact();
    }

    private List<Ribbon> ribbons() {
        Map<Flow.Band, Span> leaving = new HashMap<>();
        Map<Flow.Band, Span> arriving = new HashMap<>();
        for (Flow.Node node : flow.nodes()) {
            stack(box(node.id()), bandsFrom(node), leaving);
            stack(box(node.id()), bandsTo(node), arriving);
        }
        return flow.bands().stream()
                .map(band -> new Ribbon(
                        band, leaving.getOrDefault(band, new Span(0, 0)), arriving.getOrDefault(band, new Span(0, 0))))
                .toList();
    }

    private List<Flow.Band> bandsFrom(Flow.Node node) {
        return flow.bands().stream()
                .filter(band -> band.from() == node.id())
                .sorted(Comparator.comparingLong(band -> box(band.to()).y()))
                .toList();
    }

    private List<Flow.Band> bandsTo(Flow.Node node) {
        return flow.bands().stream()
                .filter(band -> band.to() == node.id())
                .sorted(Comparator.comparingLong(band -> box(band.from()).y()))
                .toList();
    }

    private void stack(Box box, List<Flow.Band> bands, Map<Flow.Band, Span> into) {
        long sum = 0;
        for (Flow.Band band : bands) {
            into.put(band, span(box, sum, band.weight()));
            sum += band.weight();
        }
    }

    private Span span(Box box, long before, long weight) {
        return new Span(box.y() + scale.at(before), box.y() + scale.at(before + weight));
    }

    private List<Stub> stubs() {
        List<Stub> stubs = new ArrayList<>();
        for (Flow.Node node : flow.nodes()) {
            Box box = box(node.id());
            long right = bandsFrom(node).stream().mapToLong(Flow.Band::weight).sum();
            long left = bandsTo(node).stream().mapToLong(Flow.Band::weight).sum();
            add(stubs, node, Leaving.ASIDE, span(box, right, node.aside()), node.aside());
            add(stubs, node, Leaving.LOST, span(box, right + node.aside(), node.lost()), node.lost());
            add(stubs, node, Leaving.ENTERING, span(box, left, node.entering()), node.entering());
        }
        return stubs;
    }

    private static void add(List<Stub> stubs, Flow.Node node, Leaving kind, Span span, long weight) {
        if (weight > 0) {
            stubs.add(new Stub(node, kind, span, weight));
        }
    }
}

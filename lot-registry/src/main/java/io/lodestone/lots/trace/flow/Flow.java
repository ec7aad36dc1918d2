package io.lodestone.lots.trace.flow;

import io.lodestone.lots.trace.TracedLot;
import java.util.List;

/**
 * What a picture shows: lots, or several lots as one, and how much flows between them.
 *
 * @param complete whether every lot that the reader sees is in it
 */
record Flow(List<Node> nodes, List<Band> bands, Measure measure, boolean complete) {

    Flow {
        nodes = List.copyOf(nodes);
        bands = List.copyOf(bands);
    }

    /**
     * A lot, or the smallest of a column together. All numbers are micrograms of what is measured.
     *
     * @param entering what it has from lots that are not shown, and from the air
     * @param aside what of it is in lots that are not shown
     * @param lost what of it was lost
     */
    record Node(
            int id, int column, boolean root, List<TracedLot> lots, long weight, long entering, long aside, long lost) {

        Node {
            lots = List.copyOf(lots);
        }

        TracedLot lot() {
            return lots.get(0);
        }

        boolean joined() {
            return lots.size() > 1;
        }
    }

    /** So much of one node is in another, farther to the right. */
    record Band(int from, int to, long weight) {}
}

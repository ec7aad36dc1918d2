package io.lodestone.lots.trace.flow;

import java.util.List;

/** Where everything stands. All lengths are hundredths of a pixel. */
record Picture(Flow flow, List<Box> boxes, List<Ribbon> ribbons, List<Stub> stubs, long width, long height) {

    Picture {
        boxes = List.copyOf(boxes);
        ribbons = List.copyOf(ribbons);
        stubs = List.copyOf(stubs);
    }

    /** A node; in the order of the flow's nodes. */
    record Box(Flow.Node node, long x, long y, long height) {

        long right() {
            return x + Layout.BOX;
        }

        long middle() {
            return y + height / 2;
        }
    }

    /** A band between two nodes; its ends may differ by a hundredth. */
    record Ribbon(Flow.Band band, Span from, Span to) {}

    /** A part of a side of a node. */
    record Span(long top, long bottom) {

        long length() {
            return bottom - top;
        }
    }

    enum Leaving {
        LOST,
        ASIDE,
        ENTERING
    }

    /** What leaves a node to nowhere that is shown, or comes from there. */
    record Stub(Flow.Node node, Leaving kind, Span span, long weight) {}
}

package io.lodestone.lots.trace.flow;

import io.lodestone.evidence.statement.LotId;
import io.lodestone.lots.trace.Boundary;
import io.lodestone.lots.trace.TracedLot;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What stands beside a node. */
final class Labels {

    /** How a line looks: a class of the style sheet. */
    enum Look {
        NAME,
        ID,
        LOST,
        ASIDE
    }

    record Line(Look look, String text) {}

    private static final int KG_DECIMALS = 9;
    private static final int GRAMS = 3;
    private static final int MILLIGRAMS = 6;
    private static final long MICROGRAMS_PER_KG = 1_000_000_000L;
    private static final long MICROGRAMS_PER_G = 1_000_000L;
    private static final int SHORT_ID = 8;

    private Labels() {}

    static List<Line> of(Flow.Node node, Measure measure) {
        List<Line> lines = new ArrayList<>();
        String what =
                node.joined() ? node.lots().size() + " more" : node.lot().form().wire();
        lines.add(new Line(Look.NAME, what + " " + kg(node.weight(), measure)));
        lines.add(new Line(
                Look.ID, node.joined() ? forms(node) : shortId(node.lot().lot())));
        if (node.lost() > 0) {
            lines.add(new Line(Look.LOST, "lost " + kg(node.lost(), measure)));
        }
        if (node.aside() > 0) {
            lines.add(new Line(Look.ASIDE, "into other lots " + kg(node.aside(), measure)));
        }
        if (node.entering() > 0) {
            lines.add(new Line(Look.ASIDE, "from elsewhere " + kg(node.entering(), measure)));
        }
        return lines;
    }

    static String forms(Flow.Node node) {
        return node.lots().stream()
                .map(lot -> lot.form().wire())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** Ids of lots begin with a time and differ at the end. */
    static String shortId(LotId lot) {
        String id = lot.toString();
        return "…" + id.substring(id.length() - SHORT_ID);
    }

    /** Kilograms to the gram; less than one kilogram to the milligram, less than one gram in full. */
    static String kg(long micrograms, Measure measure) {
        int decimals =
                micrograms >= MICROGRAMS_PER_KG ? GRAMS : micrograms >= MICROGRAMS_PER_G ? MILLIGRAMS : KG_DECIMALS;
        BigDecimal shown = BigDecimal.valueOf(micrograms, KG_DECIMALS).setScale(decimals, RoundingMode.HALF_UP);
        String unit = measure.symbol().map(symbol -> " kg " + symbol).orElse(" kg");
        return (shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString()) + unit;
    }

    /** What was done to make the lots of a column. */
    static String heading(List<Flow.Node> nodes) {
        List<String> processes = nodes.stream()
                .flatMap(node -> node.lots().stream())
                .map(Labels::process)
                .distinct()
                .toList();
        String more = processes.size() > 2 ? " and " + (processes.size() - 2) + " more" : "";
        return processes.stream().limit(2).collect(Collectors.joining(", ")) + more;
    }

    static String process(TracedLot lot) {
        return lot.process()
                .orElseGet(() -> lot.boundary().equals(Optional.of(Boundary.REGISTERED)) ? "registered" : "received");
    }
}

package io.lodestone.lots.trace.flow;

import io.lodestone.lots.trace.TracedLot;
import io.lodestone.lots.trace.flow.Picture.Box;
import io.lodestone.lots.trace.flow.Picture.Leaving;
import io.lodestone.lots.trace.flow.Picture.Ribbon;
import io.lodestone.lots.trace.flow.Picture.Stub;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A flow as SVG 1.1 with a style sheet and no script; every text in it is escaped. */
public final class FlowSvg {

    private static final String STYLE = "text{font-family:'DejaVu Sans',Verdana,Arial,sans-serif;font-size:12px;"
            + "fill:#1d2329;stroke:#fff;stroke-width:2px;stroke-opacity:.8;stroke-linejoin:round;paint-order:stroke}"
            + ".title{font-size:18px;font-weight:bold}.note{fill:#5b6470}.head{font-weight:bold;fill:#5b6470}"
            + ".name{font-weight:bold}.id{fill:#5b6470}.lost{fill:" + Palette.LOST + "}.aside{fill:#5b6470}"
            + ".band{fill-opacity:.38}.stub{fill-opacity:.75}.root{stroke:#1d2329;stroke-width:2px}";

    private final Svg svg = new Svg();
    private final Lineage lineage;
    private final Picture picture;
    private final Flow flow;

    private FlowSvg(Lineage lineage, Picture picture) {
        this.lineage = lineage;
        this.picture = picture;
        this.flow = picture.flow();
    }

    /** {@link ArithmeticException} where so much flows that its micrograms are more than fit a long. */
    public static String of(Lineage lineage, Measure measure) {
        return new FlowSvg(lineage, Layout.of(Flows.of(lineage, measure))).draw();
    }

    private String draw() {
        svg.begin(picture.width(), picture.height(), title(), description(), STYLE);
        svg.text(20 * Layout.PIXEL, 32 * Layout.PIXEL, "title", title());
        svg.text(20 * Layout.PIXEL, 54 * Layout.PIXEL, "note", note());
        picture.ribbons().forEach(this::ribbon);
        picture.stubs().forEach(this::stub);
        picture.boxes().forEach(this::box);
        headings();
        picture.boxes().forEach(this::label);
        legend();
        return svg.end();
    }

    private String title() {
        TracedLot root = lineage.root();
        String what = flow.measure().symbol().map(symbol -> symbol + " flow").orElse("Mass flow");
        return what + " through " + root.form().wire() + " lot " + Labels.shortId(root.lot());
    }

    private String note() {
        return "Widths are masses"
                + flow.measure().symbol().map(symbol -> " of " + symbol).orElse("")
                + ". What others made or made of it is not shown."
                + (flow.complete() ? "" : " Lots farther away are not drawn.");
    }

    private String description() {
        return columns().values().stream()
                .map(nodes -> Labels.heading(nodes) + ": "
                        + nodes.stream()
                                .map(node -> Labels.of(node, flow.measure()).stream()
                                        .map(Labels.Line::text)
                                        .collect(Collectors.joining(" ")))
                                .collect(Collectors.joining("; ")))
                .collect(Collectors.joining(". ", "From left to right. ", "."));
    }

    private SortedMap<Integer, List<Flow.Node>> columns() {
        SortedMap<Integer, List<Flow.Node>> columns = new TreeMap<>();
        flow.nodes()
                .forEach(node -> columns.computeIfAbsent(node.column(), any -> new ArrayList<>())
                        .add(node));
        return columns;
    }

    private void ribbon(Ribbon ribbon) {
        Box from = picture.boxes().get(ribbon.band().from());
        Box to = picture.boxes().get(ribbon.band().to());
        long middle = (from.right() + to.x()) / 2;
        String path = svg.path('M', from.right(), ribbon.from().top())
                + svg.path(
                        'C',
                        middle,
                        ribbon.from().top(),
                        middle,
                        ribbon.to().top(),
                        to.x(),
                        ribbon.to().top())
                + svg.path('L', to.x(), ribbon.to().bottom())
                + svg.path(
                        'C',
                        middle,
                        ribbon.to().bottom(),
                        middle,
                        ribbon.from().bottom(),
                        from.right(),
                        ribbon.from().bottom());
        String says = Labels.kg(ribbon.band().weight(), flow.measure()) + " of " + name(from.node()) + " in "
                + name(to.node());
        svg.shape(path, "band", Palette.of(from.node()), says);
    }

    private static String name(Flow.Node node) {
        return node.joined()
                ? node.lots().size() + " more"
                : node.lot().form().wire() + " " + Labels.shortId(node.lot().lot());
    }

    /** Tapers to a point: outwards and down on the right, inwards from above on the left. */
    private void stub(Stub stub) {
        Box box = picture.boxes().get(stub.node().id());
        boolean in = stub.kind() == Leaving.ENTERING;
        long edge = in ? box.x() : box.right();
        long side = in ? -1 : 1;
        long half = edge + side * 22 * Layout.PIXEL;
        long tip = edge + side * 46 * Layout.PIXEL;
        long low = stub.span().bottom() + 10 * Layout.PIXEL;
        String path = svg.path('M', edge, stub.span().top())
                + svg.path('C', half, stub.span().top(), half, low, tip, low)
                + svg.path(
                        'C',
                        half,
                        low,
                        half,
                        stub.span().bottom(),
                        edge,
                        stub.span().bottom());
        boolean lost = stub.kind() == Leaving.LOST;
        String what = lost ? " lost of " : in ? " from elsewhere in " : " in other lots, of ";
        svg.shape(
                path,
                "stub",
                lost ? Palette.LOST : Palette.ASIDE,
                Labels.kg(stub.weight(), flow.measure()) + what + name(stub.node()));
    }

    private void box(Box box) {
        String says = box.node().joined()
                ? box.node().lots().size() + " more: " + Labels.forms(box.node())
                : Labels.process(box.node().lot()) + ", lot " + box.node().lot().lot();
        svg.rect(
                box.x(),
                box.y(),
                Layout.BOX,
                Math.max(box.height(), Layout.PIXEL),
                box.node().root() ? "root" : "box",
                Palette.of(box.node()),
                says);
    }

    private void headings() {
        Map<Integer, Long> at = picture.boxes().stream()
                .collect(Collectors.toMap(box -> box.node().column(), Box::x, Math::min));
        columns()
                .forEach((column, nodes) -> svg.text(
                        at.getOrDefault(column, 0L),
                        Layout.TOP - 14 * Layout.PIXEL,
                        "head",
                        (column == 0 ? "▸ " : "") + Labels.heading(nodes)));
    }

    private void label(Box box) {
        List<Labels.Line> lines = Labels.of(box.node(), flow.measure());
        long y = box.middle() - lines.size() * Layout.LINE / 2 + 11 * Layout.PIXEL;
        for (Labels.Line line : lines) {
            String look = line.look().name().toLowerCase(Locale.ROOT);
            svg.text(box.right() + 7 * Layout.PIXEL, y, look, line.text());
            y += Layout.LINE;
        }
    }

    private void legend() {
        Map<String, String> colours = new TreeMap<>();
        flow.nodes().stream()
                .flatMap(node -> node.lots().stream())
                .forEach(lot -> colours.put(lot.form().wire(), Palette.of(lot.form())));
        Map<String, String> entries = new LinkedHashMap<>(colours);
        entries.put("lost", Palette.LOST);
        entries.put("other lots", Palette.ASIDE);
        long x = 20 * Layout.PIXEL;
        long y = picture.height() - 18 * Layout.PIXEL;
        for (Map.Entry<String, String> colour : entries.entrySet()) {
            x = entry(x, y, colour.getKey(), colour.getValue());
        }
    }

    private long entry(long x, long y, String text, String colour) {
        svg.rect(x, y - 10 * Layout.PIXEL, 12 * Layout.PIXEL, 12 * Layout.PIXEL, "key", colour, text);
        svg.text(x + 17 * Layout.PIXEL, y, "note", text);
        return x + (34 + 8 * text.length()) * Layout.PIXEL;
    }
}

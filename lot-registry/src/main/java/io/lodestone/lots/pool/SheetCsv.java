package io.lodestone.lots.pool;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginStep;
import io.lodestone.lots.pool.SheetLine.Column;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A balance sheet as comma-separated values (RFC 4180): each element in all, then by origin. A cell that a spreadsheet
 * could take for a formula is quoted.
 */
public final class SheetCsv {

    private static final String END = "\r\n";

    private SheetCsv() {}

    public static String of(PoolSheet sheet) {
        StringBuilder out = new StringBuilder();
        List<String> head = new ArrayList<>(List.of("pool", "period", "state", "element", "origin"));
        for (Column column : Column.values()) {
            head.add(column.wire() + "Kg");
        }
        head.add("closingKg");
        line(out, head);
        sheet.byElement().forEach((element, lines) -> {
            line(out, cells(sheet, element, "all", PoolSheet.sum(lines)));
            origins(sheet, lines).forEach((origin, line) -> line(out, cells(sheet, element, origin, line)));
        });
        return out.toString();
    }

    private static Map<String, SheetLine> origins(PoolSheet sheet, List<SheetLine> lines) {
        Map<String, SheetLine> origins = new LinkedHashMap<>();
        for (SheetLine line : lines) {
            line.profile()
                    .map(profile -> origin(sheet.profiles(), profile))
                    .ifPresent(origin -> origins.merge(origin, line, SheetLine::plus));
        }
        return origins;
    }

    /** Such as {@code mined CN; separated EE|LV (recycled none, declared)}. */
    private static String origin(Map<Digest, OriginProfile> profiles, Digest digest) {
        OriginProfile profile = Objects.requireNonNull(profiles.get(digest));
        List<String> steps = new ArrayList<>();
        for (OriginStep step : profile.steps()) {
            steps.add(
                    step.step().wire() + " " + String.join("|", step.countries().codes()));
        }
        return String.join("; ", steps) + " (recycled " + profile.recycled().wire() + ", "
                + profile.evidence().wire() + ")";
    }

    private static List<String> cells(PoolSheet sheet, String element, String origin, SheetLine line) {
        List<String> cells = new ArrayList<>(List.of(
                sheet.pool().toString(), sheet.period().name(), sheet.period().state(), element, origin));
        for (Column column : Column.values()) {
            cells.add(PoolSheet.kg(line.of(column)));
        }
        cells.add(PoolSheet.kg(line.closing()));
        return cells;
    }

    private static void line(StringBuilder out, List<String> cells) {
        out.append(String.join(",", cells.stream().map(SheetCsv::cell).toList()))
                .append(END);
    }

    private static String cell(String text) {
        boolean quoted = text.chars().anyMatch(c -> "\",\r\n".indexOf(c) >= 0)
                || !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0;
        return quoted ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }
}

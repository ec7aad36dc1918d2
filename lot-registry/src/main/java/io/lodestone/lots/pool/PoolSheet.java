package io.lodestone.lots.pool;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Json.ObjectBuilder;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.lots.pool.SheetLine.Column;
import io.lodestone.lots.provenance.OriginRollUp;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The balance sheet of one period of a pool, per element and origin. Operators are left out, and origins that then look
 * alike are one line. Opening stock and receipts less withdrawals and losses, with count differences and adjustments,
 * are the closing stock to the microgram.
 *
 * @param lines sorted by element and profile
 */
public record PoolSheet(
        LotId pool,
        PoolPeriod period,
        List<SheetLine> lines,
        List<Count> counts,
        List<Adjustment> adjustments,
        Map<Digest, OriginProfile> profiles) {

    private static final int KG_DECIMALS = 9;

    /** What a stock-take found of an element, beside what the book said then. */
    public record Count(long index, String element, Mass book, Mass counted, Mass uncertainty) {}

    /** A late adjustment, which names the frozen period that it is about. */
    public record Adjustment(long index, String frozen, Optional<String> assay) {}

    public PoolSheet {
        lines = List.copyOf(lines);
        counts = List.copyOf(counts);
        adjustments = List.copyOf(adjustments);
    }

    public JsonObject json() {
        List<Json> elements = new ArrayList<>();
        byElement()
                .forEach((element, some) -> elements.add(put(Json.object(), sum(some))
                        .put("element", element)
                        .put("origins", Json.array(origins(some)))
                        .build()));
        return period.putInto(Json.object())
                .put("adjustments", adjustments, PoolSheet::json)
                .put("counts", counts, PoolSheet::json)
                .put("elements", Json.array(elements))
                .putWire("pool", pool)
                .build();
    }

    /** The lines of one element, each element once, open mass last. */
    Map<String, List<SheetLine>> byElement() {
        Map<String, List<SheetLine>> elements = new TreeMap<>();
        lines.forEach(line ->
                elements.computeIfAbsent(line.element(), e -> new ArrayList<>()).add(line));
        return elements;
    }

    /** Of one element, a line for each origin; open mass has none. */
    Map<JsonObject, SheetLine> byOrigin(List<SheetLine> some) {
        Map<JsonObject, SheetLine> origins = new LinkedHashMap<>();
        for (SheetLine line : some) {
            line.profile()
                    .map(profiles::get)
                    .ifPresent(profile -> origins.merge(OriginRollUp.chain(profile), line, SheetLine::plus));
        }
        return origins;
    }

    static SheetLine sum(List<SheetLine> some) {
        return some.stream().reduce(SheetLine::plus).orElseThrow();
    }

    private List<Json> origins(List<SheetLine> some) {
        List<Json> origins = new ArrayList<>();
        byOrigin(some).forEach((chain, line) -> {
            JsonObject out = put(Json.object(), line).build();
            for (Map.Entry<String, Json> member : chain.members().entrySet()) {
                out = out.with(member.getKey(), member.getValue());
            }
            origins.add(out);
        });
        return origins;
    }

    private static ObjectBuilder put(ObjectBuilder out, SheetLine line) {
        ObjectBuilder all = out.put("closingKg", kg(line.closing()));
        for (Column column : Column.values()) {
            all = all.put(column.wire() + "Kg", kg(line.of(column)));
        }
        return all;
    }

    private static JsonObject json(Count count) {
        return Json.object()
                .put("bookKg", count.book().toKg())
                .put("countedKg", count.counted().toKg())
                .put("element", count.element())
                .put("index", count.index())
                .put("uncertaintyKg", count.uncertainty().toKg())
                .build();
    }

    private static JsonObject json(Adjustment adjustment) {
        return Json.object()
                .putWire("assay", adjustment.assay())
                .put("frozen", adjustment.frozen())
                .put("index", adjustment.index())
                .build();
    }

    static String kg(BigInteger ug) {
        return new BigDecimal(ug, KG_DECIMALS).stripTrailingZeros().toPlainString();
    }
}

package io.lodestone.lots.assay;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonBoolean;
import io.lodestone.evidence.canonical.Json.JsonNull;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.quantity.AtomicMasses;
import io.lodestone.evidence.quantity.DecimalText;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.quantity.Ratio;
import io.lodestone.evidence.quantity.Substance;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is in a lot: as its assay found it, and as the book has it where no assay says anything. Every figure is an
 * interval, so that a range stays a range and "below 0.01 %" is neither zero nor 0.01 %.
 *
 * @param book what the ledger holds of the lot
 * @param assay the one that counts, if there is one
 */
public record Composition(OriginVector book, Optional<RecordedAssay> assay, Optional<DecimalText> moisture) {

    private static final int DECIMALS = 12;
    private static final MathContext FIGURES = new MathContext(9);

    public JsonObject json() {
        SortedMap<Element, Reading> readings = Readings.computed(book);
        SortedMap<Element, Reading> measured =
                assay.map(found -> Readings.of(found.body(), book, moisture)).orElse(new TreeMap<>());
        readings.putAll(measured);
        SortedMap<Element, Reading> oxides = new TreeMap<>(Element.BY_SYMBOL);
        readings.forEach((element, reading) -> TradeOxides.of(element).ifPresent(oxide -> {
            Ratio factor = Ratio.ONE.dividedBy(oxide.fractionOf(element));
            oxides.put(element, reading.times(factor, factor));
        }));
        List<Json> elements = new ArrayList<>();
        readings.forEach(
                (element, reading) -> elements.add(element(element, reading, measured.containsKey(element), oxides)));
        return Json.object()
                .putWire("assay", assay.map(found -> found.body().assay()))
                .putWire(
                        "assayStage",
                        assay.flatMap(found -> found.body().rank())
                                .map(rank -> rank.stage().wire()))
                .put("atomicMasses", AtomicMasses.VERSION)
                .put("elements", Json.array(elements))
                .put("massKg", book.total().toKg())
                .putWire("moisture", moisture)
                .put("open", Json.array(open()))
                .put("openKg", book.open().toKg())
                .put("source", assay.isPresent() ? "measured" : "computed")
                .build();
    }

    private JsonObject element(Element element, Reading metal, boolean measured, SortedMap<Element, Reading> oxides) {
        Optional<Reading> oxide = Optional.ofNullable(oxides.get(element));
        Json agrees = measured ? JsonBoolean.of(metal.agrees(inBook(element))) : JsonNull.NULL;
        return Json.object()
                .put("agreesWithBook", agrees)
                .putWire(
                        "bookKg",
                        Optional.of(book.of(element)).filter(m -> !m.isZero()).map(Mass::toKg))
                .put("element", element.symbol())
                .put("metal", amount(metal))
                .put(
                        "oxide",
                        oxide.<Json>map(reading -> amount(reading).with("formula", Json.string(formula(element))))
                                .orElse(JsonNull.NULL))
                .put("source", measured ? "measured" : "computed")
                .put(
                        "treo",
                        oxide.<Json>map(reading -> interval(Reading.share(oxides, element)))
                                .orElse(JsonNull.NULL))
                .build();
    }

    private Ratio inBook(Element element) {
        return Ratio.of(book.of(element).micrograms(), Math.max(1, book.total().micrograms()));
    }

    private List<Json> open() {
        List<Json> open = new ArrayList<>();
        assay.ifPresent(found -> Readings.open(found.body(), book, moisture)
                .forEach((substance, reading) -> open.add(Json.object()
                        .put("fraction", interval(reading))
                        .put("substance", substance)
                        .putWire("uncertainty", uncertainty(reading))
                        .build())));
        return open;
    }

    private static String formula(Element element) {
        return TradeOxides.of(element).map(Substance::formula).orElseThrow();
    }

    private JsonObject amount(Reading reading) {
        Ratio mass = Ratio.of(book.total().micrograms(), 1);
        return Json.object()
                .put("fraction", interval(reading))
                .put(
                        "kg",
                        Json.object()
                                .put("from", kg(reading.least().times(mass)))
                                .put("to", kg(reading.most().times(mass)))
                                .build())
                .putWire("uncertainty", uncertainty(reading))
                .build();
    }

    private static String kg(Ratio micrograms) {
        return new Mass(micrograms.floor().longValueExact()).toKg();
    }

    private static JsonObject interval(Reading reading) {
        return Json.object()
                .put("from", text(new BigDecimal(reading.least().rounded(DECIMALS))))
                .put("to", text(new BigDecimal(reading.most().rounded(DECIMALS))))
                .build();
    }

    /** Expanded, k = 2; a square root, so to nine figures. */
    private static Optional<String> uncertainty(Reading reading) {
        Ratio squared = reading.squaredUncertainty();
        return squared.isZero()
                ? Optional.empty()
                : Optional.of(text(new BigDecimal(squared.numerator())
                        .divide(new BigDecimal(squared.denominator()), MathContext.DECIMAL128)
                        .sqrt(FIGURES)));
    }

    private static String text(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}

package io.lodestone.evidence.determination;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonNull;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.quantity.Ratio;
import io.lodestone.evidence.ruleset.FactValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The China-origin controlled content of a lot by contained value, in whole amounts of the valuation's currency.
 *
 * @param bounds of the numerator; empty where the price of an element that may be China-origin is missing
 * @param itemValue empty where the item's price is unknown
 * @param missingPrices the elements whose price is missing
 */
public record ValueShare(Optional<Bounds> bounds, Optional<Ratio> itemValue, List<Element> missingPrices) {

    private static final int PERCENT_DECIMALS = 6;
    private static final int MONEY_DECIMALS = 2;
    private static final long MICROGRAMS_PER_KG = 1_000_000_000L;

    /** Exact: element mass / fraction in the priced substance x price, summed over the elements. */
    public record Bounds(Ratio lower, Ratio upper) {}

    static ValueShare of(
            List<ControlledContent> contents, Mass lot, Optional<Valuation> valuation, Substances substances) {
        List<Element> missing = new ArrayList<>();
        Ratio lower = Ratio.ZERO;
        Ratio upper = Ratio.ZERO;
        for (ControlledContent content : contents) {
            Optional<Ratio> perKg = valuation.flatMap(v -> elementPrice(v, content.element(), substances));
            if (perKg.isPresent()) {
                lower = lower.plus(kg(content.lower()).times(perKg.get()));
                upper = upper.plus(kg(content.upper()).times(perKg.get()));
            } else if (!content.upper().isZero()) {
                missing.add(content.element());
            }
        }
        return new ValueShare(
                missing.isEmpty() ? Optional.of(new Bounds(lower, upper)) : Optional.empty(),
                valuation.flatMap(Valuation::itemPricePerKg).map(price -> kg(lot).times(price.ratio())),
                List.copyOf(missing));
    }

    /** The price of a kilogram of the element within its priced substance; a second such price is refused. */
    private static Optional<Ratio> elementPrice(Valuation valuation, Element element, Substances substances) {
        Optional<Ratio> found = Optional.empty();
        for (Valuation.Price price : valuation.prices()) {
            Ratio fraction = fraction(price.substance(), element, substances);
            if (!fraction.isZero()) {
                if (found.isPresent() || holdsAnother(price.substance(), element, substances)) {
                    throw new FormatException(
                            Fault.MALFORMED,
                            "valuation.prices",
                            "each controlled element has one price, of a substance that holds no other of them");
                }
                found = Optional.of(price.perKg().ratio().dividedBy(fraction));
            }
        }
        return found;
    }

    private static boolean holdsAnother(String substance, Element element, Substances substances) {
        return ControlledContent.PART_1.stream()
                .anyMatch(other -> other != element
                        && !fraction(substance, other, substances).isZero());
    }

    private static Ratio fraction(String substance, Element element, Substances substances) {
        try {
            return substances.fractionOf(substance, element);
        } catch (IllegalArgumentException e) {
            throw new FormatException(Fault.MALFORMED, "valuation.prices", String.valueOf(e.getMessage()));
        }
    }

    private static Ratio kg(Mass mass) {
        return Ratio.of(mass.micrograms(), MICROGRAMS_PER_KG);
    }

    /** The two amounts that rules compare, multiplied by one factor that makes both finite decimals. */
    Scaled comparison() {
        Bounds known = bounds.orElse(new Bounds(Ratio.ZERO, Ratio.ZERO));
        return Scaled.of(known.lower(), known.upper(), itemValue.orElse(Ratio.ONE));
    }

    FactValue numeratorFact() {
        Scaled scaled = comparison();
        return bounds.isPresent() ? new FactValue.Amount(scaled.lower(), scaled.upper()) : FactValue.Unknown.UNKNOWN;
    }

    FactValue denominatorFact() {
        Scaled scaled = comparison();
        return itemValue.isPresent()
                ? new FactValue.Amount(scaled.denominator(), scaled.denominator())
                : FactValue.Unknown.UNKNOWN;
    }

    JsonObject json(Optional<Valuation> valuation) {
        Scaled scaled = comparison();
        return Json.object()
                .put("comparisonExact", scaled.exact())
                .putWire("comparisonScale", scaled.scale())
                .put("currency", valuation.map(Valuation::currency).orElse(null))
                .putWire("itemValue", itemValue)
                .put("lower", bounds.<Json>map(b -> bound(b.lower())).orElse(JsonNull.NULL))
                .put("missingPrices", missingPrices, element -> Json.string(element.symbol()))
                .put("upper", bounds.<Json>map(b -> bound(b.upper())).orElse(JsonNull.NULL))
                .build();
    }

    private JsonObject bound(Ratio value) {
        return Json.object()
                .putWire(
                        "percent",
                        itemValue.map(item -> value.times(100).dividedBy(item).rounded(PERCENT_DECIMALS)))
                .put("rounded", value.rounded(MONEY_DECIMALS))
                .putWire("value", value)
                .build();
    }
}

package io.lodestone.evidence.determination;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.quantity.DecimalText;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * How the China-origin share is valued. The only basis is {@code contained}: each element as the priced substance
 * that holds it, over the item's own price.
 *
 * @param itemPricePerKg empty where it is unknown
 * @param prices sorted by substance, each once
 */
public record Valuation(Optional<DecimalText> itemPricePerKg, String currency, List<Price> prices) {

    private static final String BASIS = "contained";
    private static final int MAX_PRICES = 32;
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern SUBSTANCE = Pattern.compile("[A-Z][A-Za-z0-9]{0,15}");

    /** The price of one kilogram of a substance, in the valuation's currency. */
    public record Price(String substance, DecimalText perKg) {

        static Price read(Members in) {
            return new Price(
                    in.parsed("substance", 16, text -> match(text, SUBSTANCE, "must be a chemical formula")),
                    in.parsed("pricePerKg", 37, Valuation::positive));
        }

        JsonObject json() {
            return Json.object()
                    .putWire("pricePerKg", perKg)
                    .put("substance", substance)
                    .build();
        }
    }

    public Valuation {
        prices = List.copyOf(prices);
    }

    static Valuation read(Members in) {
        in.literal("basis", BASIS);
        Valuation valuation = new Valuation(
                in.nullableParsed("itemPricePerKg", 37, Valuation::positive),
                in.parsed("currency", 3, text -> match(text, CURRENCY, "must be three letters (ISO 4217)")),
                in.objects("prices", MAX_PRICES, Price::read));
        in.end();
        List<String> substances =
                valuation.prices.stream().map(Price::substance).toList();
        if (!substances.equals(List.copyOf(new TreeSet<>(substances)))) {
            throw new FormatException(Fault.NOT_CANONICAL, in.path("prices"), "must be sorted by substance, each once");
        }
        return valuation;
    }

    JsonObject json() {
        return Json.object()
                .put("basis", BASIS)
                .put("currency", currency)
                .putWire("itemPricePerKg", itemPricePerKg)
                .put("prices", prices, Price::json)
                .build();
    }

    private static DecimalText positive(String text) {
        DecimalText price = DecimalText.parse(text);
        if (price.value().signum() == 0) {
            throw new IllegalArgumentException("a price must be above zero");
        }
        return price;
    }

    private static String match(String text, Pattern pattern, String reason) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException(reason);
        }
        return text;
    }
}

package io.lodestone.evidence.determination;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonNull;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.provenance.Places;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.ruleset.Days;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The shipment that is asked about, as the exporter states it ({@code SPEC.md}, consignment). An empty fact is
 * Unknown. The date is a calendar day in the zone of each measure that reads it.
 *
 * @param chineseTechnologyAbroad whether steps done outside China used China-origin technology
 */
public record Consignment(
        LocalDate date,
        Optional<String> item,
        Mass mass,
        Optional<String> manufacturedIn,
        Optional<String> customsOrigin,
        Optional<String> dispatchedFrom,
        Optional<String> destination,
        Optional<String> endUse,
        Optional<Boolean> chineseTechnologyAbroad,
        OriginPolicy originPolicy,
        Optional<Valuation> valuation) {

    private static final Pattern END_USE = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    /** Reads the members of a consignment and refuses any other. */
    public static Consignment read(Members in) {
        Consignment consignment = new Consignment(
                in.parsed("date", 10, Days::parse),
                in.nullableParsed("item", 32, Item::check),
                in.parsed("massUg", 19, Mass::parsePositive),
                in.nullableParsed("manufacturedIn", 2, Places::country),
                in.nullableParsed("customsOrigin", 2, Places::country),
                in.nullableParsed("dispatchedFrom", 2, Places::country),
                in.nullableParsed("destination", 2, Places::country),
                in.nullableParsed("endUse", 32, Consignment::checkEndUse),
                in.nullableParsed("chineseTechnologyAbroad", 5, Consignment::parseBoolean),
                in.parsed("originPolicy", 16, OriginPolicy::parse),
                in.value("valuation") == JsonNull.NULL
                        ? Optional.empty()
                        : Optional.of(Valuation.read(in.object("valuation"))));
        in.end();
        return consignment;
    }

    public JsonObject json() {
        return Json.object()
                .putWire("chineseTechnologyAbroad", chineseTechnologyAbroad)
                .putWire("customsOrigin", customsOrigin)
                .putWire("date", date)
                .putWire("destination", destination)
                .putWire("dispatchedFrom", dispatchedFrom)
                .putWire("endUse", endUse)
                .putWire("item", item)
                .putWire("manufacturedIn", manufacturedIn)
                .putWire("massUg", mass)
                .put("originPolicy", originPolicy.wire())
                .put("valuation", valuation.<Json>map(Valuation::json).orElse(JsonNull.NULL))
                .build();
    }

    public Consignment under(OriginPolicy policy) {
        return new Consignment(
                date,
                item,
                mass,
                manufacturedIn,
                customsOrigin,
                dispatchedFrom,
                destination,
                endUse,
                chineseTechnologyAbroad,
                policy,
                valuation);
    }

    private static boolean parseBoolean(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("must be true, false or null");
        }
        return text.equals("true");
    }

    private static String checkEndUse(String text) {
        if (!END_USE.matcher(text).matches()) {
            throw new IllegalArgumentException("must be a word such as civil");
        }
        return text;
    }
}

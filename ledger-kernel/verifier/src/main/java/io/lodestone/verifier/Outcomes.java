package io.lodestone.verifier;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonNull;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads answers and shares out of a determination that was computed again, so nothing in it can be missing. */
final class Outcomes {

    private static final int MAX_TEXT = 1_024;
    private static final int MAX_ITEMS = 4_096;

    private Outcomes() {}

    /** Such as {@code UNDETERMINED (certainty L): SUSPENDED(LICENCE) (L) or LICENCE (L)}. */
    static String answer(Members answer) {
        String text = text(answer, "outcome") + " (certainty " + text(answer, "certainty") + ")";
        List<String> branches = answer.objects(
                "branches", MAX_ITEMS, branch -> text(branch, "outcome") + " (" + text(branch, "certainty") + ")");
        String either = branches.size() > 1 ? ": " + String.join(" or ", branches) : "";
        List<String> undecided = answer.strings("undecided", MAX_ITEMS, MAX_TEXT, fact -> fact);
        return text + either + (undecided.isEmpty() ? "" : "; not known: " + String.join(", ", undecided));
    }

    /** China-origin controlled content by mass and by value, as a range where something is unknown. */
    static String shares(Members answer) {
        Members shares = answer.object("shares");
        Members byMass = shares.object("byMass");
        String mass = range(text(byMass, "lowerPercent"), text(byMass, "upperPercent")) + " % by mass";
        return mass + ", " + byValue(shares.object("byValue"));
    }

    private static String byValue(Members byValue) {
        Optional<String> lower = percent(byValue, "lower");
        Optional<String> upper = percent(byValue, "upper");
        return lower.isPresent() && upper.isPresent()
                ? range(lower.get(), upper.get()) + " % by value"
                : "by value unknown (a price is missing)";
    }

    private static Optional<String> percent(Members byValue, String bound) {
        return byValue.value(bound) == JsonNull.NULL
                ? Optional.empty()
                : byValue.object(bound).nullableString("percent", MAX_TEXT);
    }

    private static String range(String lower, String upper) {
        return lower.equals(upper) ? lower : lower + " to " + upper;
    }

    static String text(Members in, String name) {
        return in.string(name, MAX_TEXT);
    }

    static List<String> texts(Members in, String name) {
        return in.strings(name, MAX_ITEMS, MAX_TEXT, text -> text);
    }

    /** The facts of the consignment as {@code name=value}, unknown ones included; its mass is the certified one. */
    static String facts(JsonObject consignment) {
        return consignment.members().entrySet().stream()
                .filter(fact ->
                        !fact.getKey().equals("massUg") && !fact.getKey().equals("valuation"))
                .map(fact -> fact.getKey() + "=" + value(fact.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** Such as {@code contained, item 120 USD/kg, Dy2O3 190 USD/kg}. */
    static String valuation(JsonObject consignment) {
        Members in = Members.of(consignment);
        if (in.value("valuation") == JsonNull.NULL) {
            return "Unknown";
        }
        Members valuation = in.object("valuation");
        String unit = " " + text(valuation, "currency") + "/kg";
        String item = valuation
                .nullableString("itemPricePerKg", MAX_TEXT)
                .map(price -> price + unit)
                .orElse("Unknown");
        String prices = each(valuation, "prices").stream()
                .map(price -> ", " + text(price, "substance") + " " + text(price, "pricePerKg") + unit)
                .collect(Collectors.joining());
        return text(valuation, "basis") + ", item " + item + prices;
    }

    private static String value(Json value) {
        return value instanceof Json.JsonString string ? string.text() : "Unknown";
    }

    /** An answer without its derivation. */
    static JsonObject summary(Members answer, String... more) {
        Json.ObjectBuilder out = Json.object()
                .put("branches", answer.value("branches"))
                .put("certainty", answer.value("certainty"))
                .put("outcome", answer.value("outcome"))
                .put("undecided", answer.value("undecided"));
        for (String name : more) {
            out = out.put(name, answer.value(name));
        }
        return out.build();
    }

    /** The objects of an array. */
    static List<Members> each(Members in, String name) {
        Json value = in.value(name);
        return value instanceof Json.JsonArray array
                ? array.items().stream().map(Members::of).toList()
                : List.of();
    }
}

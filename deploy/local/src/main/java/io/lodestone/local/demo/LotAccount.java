package io.lodestone.local.demo;

import io.lodestone.evidence.canonical.Json.JsonArray;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Json.JsonString;
import io.lodestone.local.demo.Scenario.NamedLot;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lots of the job as a table, and the last of them as a tree down to the oxides it was made of. */
final class LotAccount {

    private static final String ROW = "  %-15s %-8s %14s %14s %12s %12s   %s%n";

    private final Api api;
    private final String registry;
    private final Names names;
    private final PrintStream out;
    private final Map<String, NamedLot> known = new HashMap<>();

    LotAccount(Api api, String registry, Names names, PrintStream out) {
        this.api = api;
        this.registry = registry;
        this.names = names;
        this.out = out;
    }

    void show(Scenario scenario) {
        out.printf(ROW, "lot", "form", "made kg", "left kg", "Dy kg", "NdPr kg", "id");
        for (NamedLot lot : scenario.lots()) {
            String id = names.id(lot.lot());
            known.put(id, lot);
            JsonObject json = get(lot.as(), "/lots/" + id);
            JsonObject origin = get(lot.as(), "/lots/" + id + "/origin");
            out.printf(
                    ROW,
                    lot.name(),
                    text(json, "form"),
                    text(json, "massKg"),
                    text(json, "remainingKg"),
                    element(origin, "Dy"),
                    sum(element(origin, "Nd"), element(origin, "Pr")),
                    id);
        }
        String last = names.id(scenario.certificate().lot());
        out.println("\n  What the magnets are made of\n");
        tree(get(scenario.certificate().as(), "/lots/" + last + "/genealogy"), "  ", "");
    }

    /** A party sees what it made itself; below that, the one who handed the lot over is asked. */
    private void tree(JsonObject node, String indent, String consumed) {
        String id = text(node, "lot");
        NamedLot lot = known.get(id);
        String made = text(node, "made");
        out.println(indent + consumed + (lot == null ? id : lot.name()) + ", " + text(node, "massKg") + " kg"
                + (made.equals("handed-over") || made.isEmpty() ? "" : "  (" + made + ")"));
        if (made.equals("handed-over") && lot != null) {
            out.println(indent + "  handed over; its maker's own account:");
            tree(get(lot.maker(), "/lots/" + id + "/genealogy"), indent + "  ", "");
            return;
        }
        for (JsonObject input : objects(node, "inputs")) {
            tree(input, indent + "    ", text(input, "consumedKg") + " kg of ");
        }
    }

    private JsonObject get(String party, String path) {
        return Proofs.ok(api.get(party, registry + path)).json();
    }

    private static String element(JsonObject origin, String symbol) {
        for (JsonObject element : objects(origin, "elements")) {
            if (text(element, "element").equals(symbol)) {
                return text(element, "kg");
            }
        }
        return "0";
    }

    private static String sum(String a, String b) {
        return new BigDecimal(a).add(new BigDecimal(b)).toPlainString();
    }

    static JsonObject object(JsonObject parent, String name) {
        if (parent.get(name) instanceof JsonObject object) {
            return object;
        }
        throw new DemoFailure("an answer lacks the object " + name);
    }

    static List<JsonObject> objects(JsonObject parent, String name) {
        if (parent.get(name) instanceof JsonArray array) {
            return array.items().stream().map(JsonObject.class::cast).toList();
        }
        return List.of();
    }

    static String text(JsonObject object, String name) {
        return object.get(name) instanceof JsonString string ? string.text() : "";
    }
}

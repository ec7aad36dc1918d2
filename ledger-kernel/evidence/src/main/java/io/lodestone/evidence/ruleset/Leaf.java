package io.lodestone.evidence.ruleset;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A named CEL predicate. It is evaluated only when all its facts are known or bounded: at every bound, and where the
 * results differ it is Unknown.
 */
final class Leaf implements Rule {

    private final String id;
    private final String cel;
    private final CelPredicate predicate;

    Leaf(String id, String cel, CelPredicate predicate) {
        this.id = id;
        this.cel = cel;
        this.predicate = predicate;
    }

    @Override
    public Evaluation evaluate(Facts facts) {
        Map<String, FactValue> read = new TreeMap<>();
        predicate.facts().forEach(name -> read.put(name, facts.get(name)));
        Kleene value = read.containsValue(FactValue.Unknown.UNKNOWN) ? Kleene.UNKNOWN : atBounds(read);
        List<String> open = read.entrySet().stream()
                .filter(entry -> !entry.getValue().isKnown())
                .map(Map.Entry::getKey)
                .toList();
        return new Evaluation(value, derivation(read, value), open);
    }

    private Kleene atBounds(Map<String, FactValue> read) {
        predicate.divisor().ifPresent(name -> requirePositive(name, read));
        List<Map<String, String>> corners = List.of(Map.of());
        for (Map.Entry<String, FactValue> fact : read.entrySet()) {
            List<Map<String, String>> longer = new ArrayList<>();
            for (String text : ends(fact.getValue())) {
                for (Map<String, String> corner : corners) {
                    Map<String, String> copy = new TreeMap<>(corner);
                    copy.put(fact.getKey(), text);
                    longer.add(copy);
                }
            }
            corners = longer;
        }
        boolean first = predicate.test(corners.get(0));
        for (Map<String, String> corner : corners) {
            if (predicate.test(corner) != first) {
                return Kleene.UNKNOWN;
            }
        }
        return Kleene.of(first);
    }

    private static List<String> ends(FactValue value) {
        if (value instanceof FactValue.Amount amount) {
            return amount.isKnown()
                    ? List.of(amount.lower().toString())
                    : List.of(amount.lower().toString(), amount.upper().toString());
        }
        if (value instanceof FactValue.Text text) {
            return List.of(text.text());
        }
        throw new IllegalStateException("an unknown fact has no value");
    }

    private static void requirePositive(String name, Map<String, FactValue> read) {
        if (read.get(name) instanceof FactValue.Amount amount
                && amount.lower().value().signum() == 0) {
            throw new IllegalArgumentException("the fact " + name + " must be above zero");
        }
    }

    private JsonObject derivation(Map<String, FactValue> read, Kleene value) {
        Map<String, Json> values = new TreeMap<>();
        read.forEach((name, fact) -> values.put(name, fact.json()));
        return Json.object()
                .put("cel", cel)
                .put("facts", Json.object(values))
                .put("id", id)
                .put("value", value.wire())
                .build();
    }
}

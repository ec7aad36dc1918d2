package io.lodestone.evidence.ruleset;

import io.lodestone.evidence.canonical.Json.JsonObject;
import java.util.List;
import java.util.TreeSet;

/**
 * The value of a rule, how it came about, and the facts that keep it open.
 *
 * @param undecided sorted; empty unless the value is Unknown
 */
public record Evaluation(Kleene value, JsonObject derivation, List<String> undecided) {

    public Evaluation {
        undecided = value == Kleene.UNKNOWN ? List.copyOf(new TreeSet<>(undecided)) : List.of();
    }
}

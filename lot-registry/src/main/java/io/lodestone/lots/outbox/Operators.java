package io.lodestone.lots.outbox;

import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.Annex;
import io.lodestone.evidence.statement.Salt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Turns operators' names into salted digests. The same name in one statement is one annex; in another statement it has
 * another salt, so that steps of different lots cannot be matched by their operator.
 */
public final class Operators {

    private final Supplier<Salt> salts;
    private final Map<String, Annex> annexes = new LinkedHashMap<>();
    private final List<Annex> others = new ArrayList<>();

    public Operators(Supplier<Salt> salts) {
        this.salts = salts;
    }

    public Digest digest(String name) {
        return annexes.computeIfAbsent(name, n -> Annex.name("operator", n, salts.get()))
                .digest();
    }

    public Optional<Digest> digest(Optional<String> name) {
        return name.map(this::digest);
    }

    /** Another document that goes with the statement, under a salt of its own. */
    public void attach(JsonObject content) {
        others.add(new Annex(content, salts.get()));
    }

    public List<Annex> annexes() {
        return Stream.concat(annexes.values().stream(), others.stream()).toList();
    }
}

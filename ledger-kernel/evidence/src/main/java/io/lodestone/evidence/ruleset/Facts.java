package io.lodestone.evidence.ruleset;

import io.lodestone.evidence.quantity.DecimalText;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Named facts of a consignment. A fact that is not here is Unknown. Immutable; {@code with} methods copy. */
public final class Facts {

    public static final Facts NONE = new Facts(new TreeMap<>());

    private final SortedMap<String, FactValue> values;

    private Facts(SortedMap<String, FactValue> values) {
        this.values = Collections.unmodifiableSortedMap(values);
    }

    public Facts with(String name, FactValue value) {
        SortedMap<String, FactValue> copy = new TreeMap<>(values);
        copy.put(name, value);
        return new Facts(copy);
    }

    public Facts withText(String name, String text) {
        return with(name, new FactValue.Text(text));
    }

    /** The text, or Unknown where there is none. */
    public Facts withText(String name, Optional<String> text) {
        return with(name, text.<FactValue>map(FactValue.Text::new).orElse(FactValue.Unknown.UNKNOWN));
    }

    public Facts withAmount(String name, String amount) {
        return withBounds(name, amount, amount);
    }

    public Facts withBounds(String name, String lower, String upper) {
        return with(name, new FactValue.Amount(DecimalText.parse(lower), DecimalText.parse(upper)));
    }

    public FactValue get(String name) {
        FactValue value = values.get(name);
        return value == null ? FactValue.Unknown.UNKNOWN : value;
    }

    /** Refuses a fact whose value is not of the type that a ruleset declares for it. */
    void check(Map<String, FactType> declared) {
        declared.forEach((name, type) -> {
            FactValue value = get(name);
            boolean fits = switch (type) {
                case STRING -> !(value instanceof FactValue.Amount);
                case AMOUNT -> !(value instanceof FactValue.Text);
            };
            if (!fits) {
                throw new IllegalArgumentException("the ruleset declares the fact " + name + " as " + type.wire());
            }
        });
    }
}

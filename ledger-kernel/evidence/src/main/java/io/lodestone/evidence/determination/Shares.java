package io.lodestone.evidence.determination;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.quantity.Ratio;
import java.util.List;
import java.util.Optional;

/**
 * The China-origin controlled content of a whole lot under one origin policy: per element, as share of the lot's
 * mass, and as share of its value. Numerators and denominators are exact; percentages are rounded for people.
 */
public record Shares(List<ControlledContent> contents, Mass lot, ValueShare byValue) {

    private static final int PERCENT_DECIMALS = 6;

    public Mass lower() {
        return contents.stream().map(ControlledContent::lower).reduce(Mass.ZERO, Mass::plus);
    }

    public Mass upper() {
        return contents.stream().map(ControlledContent::upper).reduce(Mass.ZERO, Mass::plus);
    }

    /** Rounded half up to six decimals: for people only. */
    public String percentOfMass(Mass part) {
        return Ratio.of(part.micrograms(), lot.micrograms()).times(100).rounded(PERCENT_DECIMALS);
    }

    /** Whether any China-origin controlled content is there; empty where it may be. */
    Optional<Boolean> present() {
        if (!lower().isZero()) {
            return Optional.of(true);
        }
        return upper().isZero() ? Optional.of(false) : Optional.empty();
    }

    JsonObject json(Optional<Valuation> valuation) {
        return Json.object()
                .put(
                        "byMass",
                        Json.object()
                                .put("lowerPercent", percentOfMass(lower()))
                                .putWire("lowerUg", lower())
                                .put("upperPercent", percentOfMass(upper()))
                                .putWire("upperUg", upper())
                                .build())
                .put("byValue", byValue.json(valuation))
                .put("elements", contents, Shares::element)
                .putWire("lotUg", lot)
                .build();
    }

    private static JsonObject element(ControlledContent content) {
        return Json.object()
                .put("element", content.element().symbol())
                .putWire("lowerUg", content.lower())
                .putWire("totalUg", content.total())
                .putWire("upperUg", content.upper())
                .build();
    }
}

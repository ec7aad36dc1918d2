package io.lodestone.lots.trace.flow;

import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.LotId;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;

/**
 * What the widths of a picture measure: the whole mass, or the mass of one element.
 *
 * @param symbol of the element; empty for the whole mass
 * @param held how much of the element each lot was made with; empty for the whole mass
 */
public record Measure(Optional<String> symbol, Map<LotId, Mass> held) {

    public static final Measure WHOLE = new Measure(Optional.empty(), Map.of());

    public Measure {
        held = Map.copyOf(held);
    }

    long of(LotId lot, Mass mass) {
        return symbol.isEmpty()
                ? mass.micrograms()
                : held.getOrDefault(lot, Mass.ZERO).micrograms();
    }

    /** A part of a lot has the lot's own composition. */
    long of(LotId lot, Mass whole, Mass part) {
        if (symbol.isEmpty() || whole.isZero()) {
            return part.micrograms();
        }
        return BigInteger.valueOf(of(lot, whole))
                .multiply(BigInteger.valueOf(part.micrograms()))
                .divide(BigInteger.valueOf(whole.micrograms()))
                .longValueExact();
    }
}

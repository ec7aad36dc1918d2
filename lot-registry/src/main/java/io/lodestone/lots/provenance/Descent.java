package io.lodestone.lots.provenance;

import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.LotId;
import java.util.List;

/**
 * How a lot was made: by a transformation of these lots.
 *
 * @param inputs in the order of the statement
 */
public record Descent(LotId lot, String process, List<Consumed> inputs) {

    public Descent {
        inputs = List.copyOf(inputs);
    }

    /** What one lot gave. */
    public record Consumed(LotId lot, Mass mass) {}
}

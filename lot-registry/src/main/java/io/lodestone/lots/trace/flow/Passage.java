package io.lodestone.lots.trace.flow;

import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.LotId;
import java.util.List;
import java.util.Optional;

/**
 * One transformation with all its masses.
 *
 * @param index in the log, so that whatever goes in has a smaller one than what comes out
 */
public record Passage(long index, String process, List<Part> inputs, List<Part> outputs) {

    public Passage {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /** What one lot gave or became; an output without a lot is lost. */
    public record Part(Optional<LotId> lot, Mass mass) {}
}

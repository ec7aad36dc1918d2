package io.lodestone.lots.provenance;

import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.LotId;
import java.util.List;

/**
 * What became of a part of a lot: one transformation and the lots it made.
 *
 * @param outputs in the order of the statement, losses left out
 */
public record Use(LotId lot, long index, String process, Mass consumed, List<LotId> outputs) {

    public Use {
        outputs = List.copyOf(outputs);
    }
}

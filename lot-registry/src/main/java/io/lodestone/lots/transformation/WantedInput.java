package io.lodestone.lots.transformation;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.AssayId;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.lots.outbox.Fields;
import java.util.Optional;

/**
 * What is to be taken from a lot.
 *
 * @param consumed empty for all that is left
 */
public record WantedInput(LotId lot, Optional<Mass> consumed, Optional<AssayId> assay) {

    public static WantedInput read(Members in) {
        LotId lot = in.parsed("lot", 36, LotId::parse);
        Optional<Mass> consumed = in.optionalParsed("consumedKg", Fields.MASS, Mass::parseKg);
        boolean all = in.optional("all").isPresent() && in.bool("all");
        if (all == consumed.isPresent()) {
            throw new FormatException(
                    Fault.MISSING_FIELD, in.path("consumedKg"), "exactly one of consumedKg and \"all\": true is given");
        }
        return new WantedInput(lot, consumed, in.optionalParsed("assay", 36, AssayId::parse));
    }
}

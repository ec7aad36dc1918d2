package io.lodestone.custody.transfer;

import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.TransferDisputed;
import io.lodestone.evidence.statement.TransferOffered;
import io.lodestone.evidence.statement.Weighing;
import java.util.List;
import java.util.Optional;

/**
 * What the parties of a transfer have said of it.
 *
 * @param disputeText what is wrong in words; empty where nothing is said, or it was withdrawn
 */
public record Details(
        TransferOffered offer,
        Optional<TransferDisputed> dispute,
        Optional<String> disputeText,
        List<Weighed> weighings) {

    /** What the recipient weighed of a lot, by the statement at that index. */
    public record Weighed(long index, LotId lot, Weighing weighing) {}

    public Details {
        weighings = List.copyOf(weighings);
    }
}

package io.lodestone.custody.transfer.app;

import io.lodestone.evidence.acceptance.Transfer;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.TransferId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Transfers, to be read. */
public interface TransferQueries {

    /** A transfer with the indices of its statements. */
    record Listed(Transfer transfer, long offeredIndex, OptionalLong answeredIndex) {}

    /**
     * In the order they were offered.
     *
     * @param party whose transfers; empty for all
     * @param after index of the offer to go on after
     */
    Uni<List<Listed>> list(Optional<PartyId> party, Optional<Transfer.State> state, long after, int limit);

    Uni<Optional<Listed>> find(TransferId transfer);
}

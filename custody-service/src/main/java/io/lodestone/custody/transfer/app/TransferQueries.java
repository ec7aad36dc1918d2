package io.lodestone.custody.transfer.app;

import io.lodestone.custody.transfer.Details;
import io.lodestone.custody.transfer.Listed;
import io.lodestone.custody.transfer.TransferFilter;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.TransferId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Transfers, to be read. */
public interface TransferQueries {

    /**
     * In the order they were offered.
     *
     * @param after index of the offer to go on after
     */
    Uni<List<Listed>> list(TransferFilter filter, long after, int limit);

    Uni<Optional<Listed>> find(TransferId transfer);

    Uni<Details> details(Listed transfer);

    /**
     * What waits for the party, in the order it was offered: offers to it that it can still answer, disputes of its own
     * offers, own offers that expire by {@code soon}, and own offers that expired since {@code lately}.
     */
    Uni<List<Listed>> waiting(PartyId party, Instant now, Instant soon, Instant lately, long after, int limit);

    /** Open transfers of the party, the oldest first. */
    Uni<List<Listed>> open(PartyId party, int limit);
}

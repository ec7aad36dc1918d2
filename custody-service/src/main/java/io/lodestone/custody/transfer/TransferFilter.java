package io.lodestone.custody.transfer;

import io.lodestone.evidence.acceptance.Transfer;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import java.time.Instant;
import java.util.Optional;

/**
 * Which transfers are asked for. What is empty is not looked at.
 *
 * @param party whose transfers
 * @param role the side that party has
 * @param counterparty the party on either side
 * @param from entry time of the offer, at the earliest
 * @param to entry time of the offer, which lies before it
 */
public record TransferFilter(
        Optional<PartyId> party,
        Optional<Transfer.State> state,
        Optional<Role> role,
        Optional<PartyId> counterparty,
        Optional<LotId> lot,
        Optional<Instant> from,
        Optional<Instant> to) {

    /** A side of a transfer. */
    public enum Role {
        SENDER,
        RECIPIENT
    }
}

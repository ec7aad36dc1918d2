package io.lodestone.evidence.acceptance;

import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.TransferId;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A handover between two parties, as far as it has come.
 *
 * @param lots the masses that were offered
 * @param expires log time up to which it can be answered; empty where it stays open
 */
public record Transfer(
        TransferId transfer,
        PartyId sender,
        PartyId recipient,
        boolean titlePasses,
        SortedMap<LotId, Mass> lots,
        Optional<Instant> expires,
        State state) {

    public enum State {
        OFFERED,
        /** The recipient has found something wrong; the lots stay on offer. */
        DISPUTED,
        ACCEPTED,
        CANCELLED,
        EXPIRED;

        /** Whether it still waits for a party. */
        public boolean open() {
            return this == OFFERED || this == DISPUTED;
        }
    }

    public Transfer {
        lots = Collections.unmodifiableSortedMap(new TreeMap<>(lots));
    }

    Transfer in(State next) {
        return new Transfer(transfer, sender, recipient, titlePasses, lots, expires, next);
    }

    /** Whether its time for an answer has run out. A dispute is an answer, so it ends that time. */
    public boolean expiredAt(Instant time) {
        return state == State.OFFERED && expires.filter(time::isAfter).isPresent();
    }
}

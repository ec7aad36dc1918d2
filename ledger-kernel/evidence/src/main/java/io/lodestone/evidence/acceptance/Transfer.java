package io.lodestone.evidence.acceptance;

import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.TransferId;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** A handover between two parties, as far as it has come. */
public record Transfer(
        TransferId transfer,
        PartyId sender,
        PartyId recipient,
        boolean titlePasses,
        SortedMap<LotId, Mass> lots,
        State state) {

    public enum State {
        OFFERED,
        ACCEPTED
    }

    public Transfer {
        lots = Collections.unmodifiableSortedMap(new TreeMap<>(lots));
    }

    Transfer accepted() {
        return new Transfer(transfer, sender, recipient, titlePasses, lots, State.ACCEPTED);
    }
}

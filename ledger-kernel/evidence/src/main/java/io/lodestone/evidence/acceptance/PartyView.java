package io.lodestone.evidence.acceptance;

import io.lodestone.evidence.statement.PartyId;
import java.util.Optional;

/** The parties as they stand before a statement: who is admitted, and by which keys they sign. */
public interface PartyView {

    /** The party whose self-registration opened the log; empty before that. */
    Optional<PartyId> registrar();

    boolean isParty(PartyId party);

    /** The keys by which parties sign; none where no party has registered one. */
    default KeyView keys() {
        return KeyView.NONE;
    }
}

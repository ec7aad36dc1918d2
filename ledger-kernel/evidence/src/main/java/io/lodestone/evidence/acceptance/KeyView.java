package io.lodestone.evidence.acceptance;

import io.lodestone.evidence.signature.Thumbprint;
import io.lodestone.evidence.statement.PartyId;
import java.util.List;
import java.util.Optional;

/** The parties' keys as they stand before a statement. */
public interface KeyView {

    /** A ledger in which nobody has registered a key. */
    KeyView NONE = new KeyView() {};

    /** Whether the party requires a signature under its statements. */
    default boolean signingRequired(PartyId party) {
        return false;
    }

    /** The party's key with that thumbprint, revoked or not. */
    default Optional<PartyKey> key(PartyId party, Thumbprint key) {
        return Optional.empty();
    }

    /** Every key the party ever had. Asked of the party that a PartyKeyAdded is about, and of no other. */
    default List<PartyKey> keys(PartyId party) {
        return List.of();
    }
}

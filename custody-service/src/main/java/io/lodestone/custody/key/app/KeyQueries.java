package io.lodestone.custody.key.app;

import io.lodestone.custody.key.ShownKeys;
import io.lodestone.evidence.statement.PartyId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Parties' keys, to be read. */
public interface KeyQueries {

    /** Revoked ones too, after that index of the log. */
    Uni<ShownKeys> of(PartyId party, long after, int limit);

    /**
     * Whether a party is registered, and its keys are the viewer's business: they are its own, the two were sides of a
     * transfer, or it lets the viewer see, as an auditor, what it sees.
     *
     * @param viewer empty for a sibling service, whose business all are
     */
    Uni<Boolean> shown(PartyId party, Optional<PartyId> viewer, boolean audits);
}

package io.lodestone.custody.access.app;

import io.lodestone.custody.access.GivenGrant;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Grants, to be read. */
public interface GrantQueries {

    /** Those the party gave and those it was given, withdrawn ones too, in the order they were given. */
    Uni<List<GivenGrant>> list(PartyId party, long after, int limit);

    /**
     * Which of the parties let this auditor see how the lot stands at this moment of log time: their grant runs, covers
     * the lot and is not withdrawn.
     */
    Uni<Set<PartyId>> showing(PartyId auditor, LotId lot, Collection<PartyId> parties);
}

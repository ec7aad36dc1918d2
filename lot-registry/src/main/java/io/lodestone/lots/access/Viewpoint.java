package io.lodestone.lots.access;

import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * The party as which somebody looks, and how far. A party's own view has no limit; an auditor's shows what the party
 * sees and leaves out what its grant does not cover.
 */
public record Viewpoint(PartyId party, Optional<Limit> limit) {

    /**
     * What a grant covers.
     *
     * @param from the first statement of the period, by its place in the log
     * @param until the first statement after the period
     * @param lots the only lots; empty for all
     */
    public record Limit(long from, long until, Optional<Set<LotId>> lots) {
        public Limit {
            lots = lots.map(Set::copyOf);
        }
    }

    public static Viewpoint own(PartyId party) {
        return new Viewpoint(party, Optional.empty());
    }

    /** Whether the grant names this lot, or all; that the party itself may see it is asked elsewhere. */
    public boolean shows(LotId lot) {
        return limit.flatMap(Limit::lots).map(lots -> lots.contains(lot)).orElse(true);
    }

    public boolean showsAll(Collection<LotId> lots) {
        return lots.stream().allMatch(this::shows);
    }

    /** Whether the statement at that index falls into the period. */
    public boolean shows(long index) {
        return limit.map(it -> it.from() <= index && index < it.until()).orElse(true);
    }
}

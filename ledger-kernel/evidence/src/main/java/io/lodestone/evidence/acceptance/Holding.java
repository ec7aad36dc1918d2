package io.lodestone.evidence.acceptance;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.Form;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a lot stands: who has it, who owns it, how much is left and how much of that is certified, by purpose.
 *
 * @param version how many accepted statements have touched it
 * @param remaining book mass left, open mass included
 * @param vector digest of the remaining origin vector
 */
public record Holding(
        LotId lot,
        long version,
        PartyId holder,
        PartyId owner,
        State state,
        Form form,
        Mass remaining,
        Digest vector,
        SortedMap<String, Mass> certified) {

    public enum State {
        HELD,
        OFFERED,
        CONSUMED,
        /** Material that flows through a plant. It never becomes a lot's state, nor the other way round. */
        POOL
    }

    public Holding {
        certified = Collections.unmodifiableSortedMap(new TreeMap<>(certified));
    }

    static Holding created(LotId lot, PartyId party, PartyId owner, Form form, Mass mass, Digest vector) {
        return new Holding(lot, 1, party, owner, State.HELD, form, mass, vector, new TreeMap<>());
    }

    static Holding pool(LotId pool, PartyId party, Mass mass, Digest vector) {
        return new Holding(pool, 1, party, party, State.POOL, Form.MIXED, mass, vector, new TreeMap<>());
    }

    /** The largest mass that is certified for any one purpose. */
    public Mass mostCertified() {
        return certified.values().stream().max(Mass::compareTo).orElse(Mass.ZERO);
    }

    Holding touched() {
        return new Holding(lot, version + 1, holder, owner, state, form, remaining, vector, certified);
    }

    Holding offered() {
        return new Holding(lot, version + 1, holder, owner, State.OFFERED, form, remaining, vector, certified);
    }

    Holding takenOver(PartyId recipient, boolean titlePasses) {
        PartyId newOwner = titlePasses ? recipient : owner;
        return new Holding(lot, version + 1, recipient, newOwner, State.HELD, form, remaining, vector, certified);
    }

    Holding consumed(Mass left, Digest leftVector) {
        State after = left.isZero() ? State.CONSUMED : State.HELD;
        return new Holding(lot, version + 1, holder, owner, after, form, left, leftVector, certified);
    }

    /** A pool that runs empty is still that pool. */
    Holding pooled(Mass left, Digest leftVector) {
        return new Holding(lot, version + 1, holder, owner, state, form, left, leftVector, certified);
    }

    Holding certifiedFor(String purpose, Mass mass) {
        Map<String, Mass> more = new TreeMap<>(certified);
        more.merge(purpose, mass, Mass::plus);
        return new Holding(lot, version + 1, holder, owner, state, form, remaining, vector, new TreeMap<>(more));
    }
}

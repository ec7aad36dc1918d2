package io.lodestone.evidence.acceptance;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.Form;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.TransferId;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a lot stands: who has it, who owns it, how much is left and how much of that is certified, by purpose.
 *
 * @param version how many accepted statements have touched it
 * @param remaining book mass left, open mass included
 * @param vector digest of the remaining origin vector
 * @param marks how many corrections have touched it and are not worked off yet
 * @param deficit how much more of it was consumed than there was, as it turned out later
 * @param offer the transfer it is on offer under; empty where it is not, or where nobody asks
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
        SortedMap<String, Mass> certified,
        long marks,
        Mass deficit,
        Optional<TransferId> offer) {

    public enum State {
        HELD,
        OFFERED,
        CONSUMED,
        /** More of it was consumed than there was: nothing is left, and nothing may happen to it. */
        BLOCKED,
        /** It never was: the statement that made it is void. */
        VOIDED,
        /** Material that flows through a plant. It never becomes a lot's state, nor the other way round. */
        POOL
    }

    public Holding {
        certified = Collections.unmodifiableSortedMap(new TreeMap<>(certified));
    }

    /** A lot of which it does not matter under which transfer it may be on offer. */
    public Holding(
            LotId lot,
            long version,
            PartyId holder,
            PartyId owner,
            State state,
            Form form,
            Mass remaining,
            Digest vector,
            SortedMap<String, Mass> certified,
            long marks,
            Mass deficit) {
        this(lot, version, holder, owner, state, form, remaining, vector, certified, marks, deficit, Optional.empty());
    }

    /** A lot that no correction has touched. */
    public Holding(
            LotId lot,
            long version,
            PartyId holder,
            PartyId owner,
            State state,
            Form form,
            Mass remaining,
            Digest vector,
            SortedMap<String, Mass> certified) {
        this(lot, version, holder, owner, state, form, remaining, vector, certified, 0, Mass.ZERO);
    }

    static Holding created(LotId lot, PartyId party, PartyId owner, Form form, Mass mass, Digest vector) {
        return new Holding(lot, 1, party, owner, State.HELD, form, mass, vector, new TreeMap<>());
    }

    static Holding pool(LotId pool, PartyId party, Mass mass, Digest vector) {
        return new Holding(pool, 1, party, party, State.POOL, Form.MIXED, mass, vector, new TreeMap<>());
    }

    /** Whether its vector is being computed again, so that nobody can rely on it. */
    public boolean stale() {
        return marks > 0;
    }

    /** The largest mass that is certified for any one purpose. */
    public Mass mostCertified() {
        return certified.values().stream().max(Mass::compareTo).orElse(Mass.ZERO);
    }

    Holding touched() {
        return next(holder, owner, state, remaining, vector);
    }

    Holding offered(TransferId transfer) {
        return under(Optional.of(transfer)).next(holder, owner, State.OFFERED, remaining, vector);
    }

    /** Off an offer that nobody took. */
    Holding released() {
        return next(holder, owner, State.HELD, remaining, vector);
    }

    /** Whether that transfer, and no later one, has it on offer. */
    boolean isOnOffer(TransferId transfer) {
        return state == State.OFFERED && offer.equals(Optional.of(transfer));
    }

    private Holding under(Optional<TransferId> transfer) {
        return new Holding(
                lot, version, holder, owner, state, form, remaining, vector, certified, marks, deficit, transfer);
    }

    Holding takenOver(PartyId recipient, boolean titlePasses) {
        return next(recipient, titlePasses ? recipient : owner, State.HELD, remaining, vector);
    }

    Holding consumed(Mass left, Digest leftVector) {
        return next(holder, owner, left.isZero() ? State.CONSUMED : State.HELD, left, leftVector);
    }

    /** As it stood before the only thing that happened to it since. */
    Holding restored(Mass before, Digest vectorBefore) {
        return next(holder, owner, State.HELD, before, vectorBefore);
    }

    Holding voided(Digest nothing) {
        return next(holder, owner, State.VOIDED, Mass.ZERO, nothing);
    }

    /** As one correction leaves it; others may still be waiting. */
    Holding recomputed(Mass left, Digest leftVector, Mass owed) {
        State after = state == State.OFFERED ? State.OFFERED : State.HELD;
        if (!owed.isZero()) {
            after = State.BLOCKED;
        } else if (left.isZero()) {
            after = State.CONSUMED;
        }
        return new Holding(
                lot,
                version + 1,
                holder,
                owner,
                after,
                form,
                left,
                leftVector,
                certified,
                marks - 1,
                owed,
                after == State.OFFERED ? offer : Optional.empty());
    }

    private Holding next(PartyId newHolder, PartyId newOwner, State after, Mass left, Digest leftVector) {
        return new Holding(
                lot,
                version + 1,
                newHolder,
                newOwner,
                after,
                form,
                left,
                leftVector,
                certified,
                marks,
                deficit,
                after == State.OFFERED ? offer : Optional.empty());
    }

    /** A pool that runs empty is still that pool. */
    Holding pooled(Mass left, Digest leftVector) {
        return next(holder, owner, state, left, leftVector);
    }

    Holding certifiedFor(String purpose, Mass mass) {
        Map<String, Mass> more = new TreeMap<>(certified);
        more.merge(purpose, mass, Mass::plus);
        return new Holding(
                lot,
                version + 1,
                holder,
                owner,
                state,
                form,
                remaining,
                vector,
                new TreeMap<>(more),
                marks,
                deficit,
                offer);
    }
}

package io.lodestone.lots.lot;

import io.lodestone.evidence.acceptance.Holding;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.Form;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import java.util.TreeMap;

/**
 * A lot as the log has made it so far.
 *
 * @param original what it was made with; its total is the lot's book mass
 * @param remaining what is left of that
 * @param index where in the log it was made
 * @param marks how many corrections have touched it and are not worked off yet
 * @param deficit how much more of it was consumed than there was, as it turned out later
 */
public record BookedLot(
        LotId lot,
        Form form,
        OriginVector original,
        OriginVector remaining,
        long version,
        PartyId maker,
        PartyId holder,
        PartyId owner,
        Holding.State standing,
        long index,
        long marks,
        Mass deficit) {

    public static BookedLot made(LotId lot, Form form, OriginVector vector, PartyId maker, PartyId owner, long index) {
        return new BookedLot(
                lot, form, vector, vector, 1, maker, maker, owner, Holding.State.HELD, index, 0, Mass.ZERO);
    }

    /** A pool, which stays one however empty it runs. */
    public static BookedLot pool(LotId pool, OriginVector stock, PartyId party, long index) {
        return new BookedLot(
                pool, Form.MIXED, stock, stock, 1, party, party, party, Holding.State.POOL, index, 0, Mass.ZERO);
    }

    /** A pool after something flowed through it. */
    public BookedLot pooled(OriginVector left) {
        return next(left, holder, owner, standing);
    }

    public Mass mass() {
        return original.total();
    }

    public BookedLot touched() {
        return next(remaining, holder, owner, standing);
    }

    public BookedLot offered() {
        return next(remaining, holder, owner, Holding.State.OFFERED);
    }

    /** Off an offer that nobody took. */
    public BookedLot released() {
        return next(remaining, holder, owner, Holding.State.HELD);
    }

    public BookedLot takenOver(PartyId recipient, boolean titlePasses) {
        return next(remaining, recipient, titlePasses ? recipient : owner, Holding.State.HELD);
    }

    public BookedLot consumed(OriginVector left) {
        return next(left, holder, owner, left.total().isZero() ? Holding.State.CONSUMED : Holding.State.HELD);
    }

    /** As it stood before it was drawn from by a transformation that is void. */
    public BookedLot restored(OriginVector before) {
        return next(before, holder, owner, Holding.State.HELD);
    }

    public BookedLot voided() {
        return next(new OriginVector(new TreeMap<>(), Mass.ZERO), holder, owner, Holding.State.VOIDED);
    }

    /** Whether it is being computed again. */
    public boolean stale() {
        return marks > 0;
    }

    private BookedLot next(OriginVector left, PartyId newHolder, PartyId newOwner, Holding.State state) {
        return new BookedLot(
                lot, form, original, left, version + 1, maker, newHolder, newOwner, state, index, marks, deficit);
    }

    /** As the rules of acceptance look at it. What is certified is not known here: those rules alone refuse by it. */
    public Holding holding() {
        return new Holding(
                lot,
                version,
                holder,
                owner,
                standing,
                form,
                remaining.total(),
                remaining.digest(),
                new TreeMap<>(),
                marks,
                deficit);
    }

    public boolean isOf(PartyId party) {
        return party.equals(holder) || party.equals(owner);
    }
}

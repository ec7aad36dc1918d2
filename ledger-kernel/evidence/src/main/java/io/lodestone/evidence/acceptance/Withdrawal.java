package io.lodestone.evidence.acceptance;

import io.lodestone.evidence.provenance.StatedElements;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.CreditClaimed.Claim;
import io.lodestone.evidence.statement.CustodyModel;
import io.lodestone.evidence.statement.LotId;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A lot that came out of a pool.
 *
 * @param model the custody model it was described with
 * @param credited the mass of each element that credits are claimed for
 */
public record Withdrawal(LotId lot, LotId pool, CustodyModel model, StatedElements credited) {

    /** A lot that has just come out of a pool, without credits. */
    public static Withdrawal of(LotId lot, LotId pool, CustodyModel model) {
        return new Withdrawal(lot, pool, model, new StatedElements(new TreeMap<>()));
    }

    /** The mass of an element that credits are claimed for. */
    public Mass credited(Element element) {
        return credited.masses().getOrDefault(element, Mass.ZERO);
    }

    /** The lot with further credits. */
    public Withdrawal with(List<Claim> claims) {
        SortedMap<Element, Mass> more = new TreeMap<>(credited.masses());
        claims.forEach(claim -> more.merge(claim.element(), claim.mass(), Mass::plus));
        return new Withdrawal(lot, pool, model, new StatedElements(more));
    }
}

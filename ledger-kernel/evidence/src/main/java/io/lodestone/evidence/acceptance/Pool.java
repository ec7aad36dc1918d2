package io.lodestone.evidence.acceptance;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.CreditClaimed.Claim;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.LotId;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known of a pool beside its holding.
 *
 * @param facility where it is
 * @param period name of the open period
 * @param since when the open period began; nothing that happened earlier is booked any more
 * @param latest the last event that is booked in it
 * @param claimed what credits lay claim to and no withdrawal has released; its open mass is zero
 */
public record Pool(
        LotId pool, FacilityId facility, String period, Instant since, Instant latest, OriginVector claimed) {

    /** A pool in its first period. */
    public static Pool opened(LotId pool, FacilityId facility, String period, Instant when) {
        return new Pool(pool, facility, period, when, when, OriginVector.EMPTY);
    }

    /** Something that happened then is booked. */
    public Pool moved(Instant when) {
        return new Pool(pool, facility, period, since, when.isAfter(latest) ? when : latest, claimed);
    }

    /** The open period ended then, and the next one began. */
    public Pool closed(String next, Instant when) {
        return new Pool(pool, facility, next, when, when, claimed);
    }

    /** What leaves in lots frees as much of the claims on it: so claims never add up to more than flowed in. */
    public Pool released(OriginVector withdrawn) {
        SortedMap<Element, SortedMap<Digest, Mass>> left = new TreeMap<>(Element.BY_SYMBOL);
        for (OriginVector.Row row : claimed.rowList()) {
            Mass gone = withdrawn.of(row.element(), row.profile());
            Mass still = gone.compareTo(row.mass()) < 0 ? row.mass().minus(gone) : Mass.ZERO;
            left.computeIfAbsent(row.element(), e -> new TreeMap<>()).put(row.profile(), still);
        }
        return new Pool(pool, facility, period, since, latest, new OriginVector(left, Mass.ZERO));
    }

    /** Further claims are made on what it holds. */
    public Pool claimed(List<Claim> claims) {
        OriginVector all = claimed;
        for (Claim claim : claims) {
            SortedMap<Element, SortedMap<Digest, Mass>> row = new TreeMap<>(Element.BY_SYMBOL);
            row.put(claim.element(), new TreeMap<>(java.util.Map.of(claim.profile(), claim.mass())));
            all = all.plus(new OriginVector(row, Mass.ZERO));
        }
        return new Pool(pool, facility, period, since, latest, all);
    }
}

package io.lodestone.lots.pool;

import io.lodestone.evidence.acceptance.Refusal;
import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.CreditClaimed;
import io.lodestone.evidence.statement.CreditClaimed.Claim;
import io.lodestone.evidence.statement.CreditClaimed.Credited;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.WireTime;
import io.lodestone.lots.lot.BookedLot;
import io.lodestone.lots.outbox.Fields;
import io.lodestone.lots.outbox.Prepared;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A mass-balance credit to be claimed for a lot that came out of a pool. Profiles are named by the digests that the pool
 * is shown with.
 *
 * @param claims sorted by element and profile, as the statement has them
 */
public record CreditRequest(LotId lot, List<Claim> claims, OffsetDateTime eventTime) {

    private static final int MAX_CLAIMS = 512;

    public static CreditRequest read(Members in) {
        SortedMap<String, Claim> claims = new TreeMap<>();
        for (Claim claim : in.objects("claims", MAX_CLAIMS, CreditRequest::claim)) {
            if (claims.put(claim.order(), claim) != null) {
                throw new FormatException(Fault.MALFORMED, in.path("claims"), "claims an element and profile twice");
            }
        }
        if (claims.isEmpty()) {
            throw new FormatException(Fault.OUT_OF_BOUNDS, in.path("claims"), "needs at least one item");
        }
        return new CreditRequest(
                in.parsed("lot", 36, LotId::parse),
                List.copyOf(claims.values()),
                in.parsed("eventTime", 29, WireTime::zoned));
    }

    private static Claim claim(Members in) {
        return new Claim(
                in.parsed("element", 2, Element::parse),
                in.parsed("profile", 44, Digest::parse),
                in.parsed("massKg", Fields.MASS, Mass::parseKg));
    }

    /** What is claimed and not there at all has no profile that a statement could list. */
    public Prepared prepare(BookedPool pool, BookedLot credited) {
        SortedMap<Digest, OriginProfile> named = new TreeMap<>();
        for (int i = 0; i < claims.size(); i++) {
            OriginProfile profile = pool.profiles().get(claims.get(i).profile());
            if (profile == null) {
                return Prepared.impossible(
                        Refusal.Code.CREDIT_EXCEEDS_POOL,
                        "body.claims[" + i + "].profile",
                        "the pool holds nothing of this origin");
            }
            named.put(profile.digest(), profile);
        }
        LotVersion version = new LotVersion(credited.lot(), credited.version());
        return new Prepared.Ready(
                new CreditClaimed(
                        pool.state(),
                        new Credited(version, credited.remaining()),
                        claims,
                        List.copyOf(named.values()),
                        eventTime),
                List.of());
    }
}

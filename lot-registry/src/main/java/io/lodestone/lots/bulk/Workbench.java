package io.lodestone.lots.bulk;

import io.lodestone.evidence.acceptance.Facility;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.lots.facility.NamedFacility;
import io.lodestone.lots.feed.FeedItem;
import io.lodestone.lots.feed.Projection;
import io.lodestone.lots.lot.BookedLot;
import io.lodestone.lots.outbox.KnownLedger;
import io.lodestone.lots.outbox.KnownPools;
import io.lodestone.lots.transformation.Relied;
import io.lodestone.lots.transformation.WantedInput;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The ledger as it will stand once the items so far are recorded: what is booked, and over it what they make of it. It
 * foretells and decides nothing; the custody service decides each of them, in the same order.
 */
public final class Workbench {

    /** What is booked of what the items name. */
    public record Booked(
            Set<PartyId> parties,
            Map<FacilityId, NamedFacility> facilities,
            Map<LotId, BookedLot> lots,
            KnownAssays.Booked assays) {

        private static final Booked NOTHING = new Booked(Set.of(), Map.of(), Map.of(), KnownAssays.Booked.NOTHING);

        public Booked {
            parties = Set.copyOf(parties);
            facilities = Map.copyOf(facilities);
            lots = Map.copyOf(lots);
        }
    }

    private Booked booked = Booked.NOTHING;
    private final Map<FacilityId, Facility> facilities = new HashMap<>();
    private final Map<LotId, BookedLot> lots = new HashMap<>();
    private final KnownAssays assays = new KnownAssays();
    private final SortedMap<Digest, OriginProfile> profiles = new TreeMap<>();
    private final Set<LotId> pending = new HashSet<>();
    private final Set<LotId> underway = new HashSet<>();

    /** Takes what is booked in place of what it foretold, but for lots whose statements are still underway. */
    public void load(Booked now, Set<LotId> asked, Map<Digest, OriginProfile> named) {
        booked = now;
        facilities.clear();
        now.facilities().forEach((id, facility) -> facilities.put(id, facility.facility()));
        lots.keySet().retainAll(underway);
        now.lots().forEach(lots::putIfAbsent);
        assays.load(now.assays(), underway);
        pending.clear();
        pending.addAll(asked);
        profiles.putAll(named);
    }

    /** Takes a statement that by the rules will be accepted. */
    public void apply(Statement statement) {
        FeedItem soon = new FeedItem(0, statement.time(), statement, List.of());
        Projection projection = Projection.of(soon, lots, false);
        projection.changed().forEach(lot -> lots.put(lot.lot(), lot));
        projection.made().forEach(lot -> lots.put(lot.lot(), lot));
        projection.profiles().forEach(profile -> profiles.put(profile.digest(), profile));
        assays.apply(statement.body());
    }

    /** What has become of it: only while it is underway, what it makes counts for more than what is booked. */
    public void settle(Statement statement, boolean isUnderway) {
        Set<LotId> touched = touched(statement.body());
        if (isUnderway) {
            underway.addAll(touched);
        } else {
            underway.removeAll(touched);
        }
    }

    /** The part of it that the decision about that statement looks at. */
    public KnownLedger known(Statement statement) {
        Map<LotId, BookedLot> named = new HashMap<>();
        for (LotId id : touched(statement.body())) {
            BookedLot lot = lots.get(id);
            if (lot != null) {
                named.put(id, lot);
            }
        }
        return new KnownLedger(Optional.empty(), booked.parties(), facilities, named, assays.lots(), KnownPools.NONE);
    }

    private static Set<LotId> touched(Body body) {
        Set<LotId> touched = new TreeSet<>(body.creates());
        body.spends().forEach(version -> touched.add(version.lot()));
        return touched;
    }

    public @Nullable BookedLot lot(LotId id) {
        return lots.get(id);
    }

    /** Whether the party has asked for the lot elsewhere, and it is not booked yet. */
    public boolean isPending(LotId id) {
        return pending.contains(id);
    }

    public Optional<NamedFacility> facility(FacilityId id) {
        return Optional.ofNullable(booked.facilities().get(id));
    }

    /** The assay that each input relies on, where it has one. */
    public Map<LotId, Relied> relied(List<WantedInput> inputs) {
        return assays.relied(inputs);
    }

    public SortedMap<Digest, OriginProfile> profiles(Set<Digest> named) {
        SortedMap<Digest, OriginProfile> found = new TreeMap<>();
        for (Digest digest : named) {
            OriginProfile profile = profiles.get(digest);
            if (profile == null) {
                throw new IllegalStateException("a vector names a profile that is not booked");
            }
            found.put(digest, profile);
        }
        return found;
    }
}

package io.lodestone.lots.feed;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.TransferAccepted;
import io.lodestone.evidence.statement.TransferId;
import io.lodestone.evidence.statement.TransferOffered;
import io.lodestone.lots.lot.BookedLot;
import io.lodestone.lots.lot.LotParty;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the statements of one page make of the lots, one after another, so that each lot is written once. */
public final class PageProjection {

    private record Pair(LotId lot, PartyId party) {}

    private final Map<LotId, BookedLot> lots;
    private final Map<TransferId, Boolean> titles;
    private final Set<LotId> made = new TreeSet<>();
    private final Set<LotId> changed = new TreeSet<>();
    private final SortedMap<Digest, OriginProfile> profiles = new TreeMap<>();
    private final Map<Pair, LotParty> seen = new LinkedHashMap<>();

    /**
     * @param lots those that the page spends and that were there before it
     * @param titles whether title passes, for the transfers accepted in it that were offered before it
     */
    public PageProjection(Map<LotId, BookedLot> lots, Map<TransferId, Boolean> titles) {
        this.lots = new HashMap<>(lots);
        this.titles = new HashMap<>(titles);
    }

    public void add(FeedItem item) {
        boolean titlePasses = false;
        if (item.statement().body() instanceof TransferOffered offer) {
            titles.put(offer.transfer(), offer.titlePasses());
        } else if (item.statement().body() instanceof TransferAccepted acceptance) {
            titlePasses = title(acceptance.transfer());
        }
        Projection projection = Projection.of(item, lots, titlePasses);
        projection.profiles().forEach(profile -> profiles.put(profile.digest(), profile));
        projection.changed().forEach(lot -> {
            book(lot, item.index());
            changed.add(lot.lot());
        });
        projection.made().forEach(lot -> {
            book(lot, item.index());
            made.add(lot.lot());
        });
    }

    private boolean title(TransferId transfer) {
        Boolean passes = titles.get(transfer);
        if (passes == null) {
            throw new IllegalStateException("a transfer is accepted that is not booked");
        }
        return passes;
    }

    private void book(BookedLot lot, long index) {
        lots.put(lot.lot(), lot);
        for (PartyId party : List.of(lot.holder(), lot.owner())) {
            seen.putIfAbsent(new Pair(lot.lot(), party), new LotParty(lot.lot(), party, index));
        }
    }

    /** Lots that came into being, as they stand at the end of the page. */
    public List<BookedLot> made() {
        return made.stream().map(lots::get).toList();
    }

    /** Lots that were there before, as they stand at the end of the page. */
    public List<BookedLot> changed() {
        return changed.stream()
                .filter(lot -> !made.contains(lot))
                .map(lots::get)
                .toList();
    }

    public Collection<OriginProfile> profiles() {
        return profiles.values();
    }

    /** Who had which lot, in the order of the log. */
    public Collection<LotParty> seen() {
        return seen.values();
    }
}

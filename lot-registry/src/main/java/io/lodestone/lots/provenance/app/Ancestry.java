package io.lodestone.lots.provenance.app;

import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.lots.feed.app.Feed;
import io.lodestone.lots.lot.BookedLot;
import io.lodestone.lots.lot.store.LotReads;
import io.lodestone.lots.provenance.Descent;
import io.lodestone.lots.provenance.Genealogy;
import io.lodestone.lots.provenance.store.DescentRows;
import io.lodestone.lots.provenance.store.ProfileRows;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads a party's part of a lot's ancestors, level by level. */
@Singleton
public class Ancestry {

    /** An answer holds no more lots than this; their ids beyond it are still named. */
    private static final int MAX_LOTS = 1_000;

    private final Feed feed;
    private final LotReads lots;
    private final DescentRows descents;
    private final ProfileRows profiles;

    @Inject
    Ancestry(Feed feed, LotReads lots, DescentRows descents, ProfileRows profiles) {
        this.feed = feed;
        this.lots = lots;
        this.descents = descents;
        this.profiles = profiles;
    }

    public Uni<Optional<JsonObject>> tree(PartyId viewer, LotId lot) {
        return feed.current()
                .chain(here -> lots.seenBy(viewer, lot))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : climbed(viewer, found.get()).map(genealogy -> Optional.of(genealogy.tree(lot))));
    }

    private Uni<Genealogy> climbed(PartyId viewer, BookedLot root) {
        Map<LotId, BookedLot> found = new HashMap<>(Map.of(root.lot(), root));
        Map<LotId, Descent> made = new HashMap<>();
        return climb(viewer, List.of(root), found, made)
                .chain(() -> profiles.find(foreign(viewer, found.values())))
                .map(origins -> new Genealogy(viewer, found, made, origins));
    }

    /** What went into a lot is shown to its maker, who had it all in hand; nobody else gets further. */
    private Uni<Void> climb(
            PartyId viewer, Collection<BookedLot> level, Map<LotId, BookedLot> found, Map<LotId, Descent> made) {
        List<LotId> own = level.stream()
                .filter(lot -> lot.maker().equals(viewer))
                .map(BookedLot::lot)
                .toList();
        if (own.isEmpty() || found.size() >= MAX_LOTS) {
            return Uni.createFrom().voidItem();
        }
        return descents.of(own).chain(known -> {
            Set<LotId> next = new TreeSet<>();
            for (Descent descent : known) {
                made.put(descent.lot(), descent);
                descent.inputs().forEach(input -> next.add(input.lot()));
            }
            next.removeAll(found.keySet());
            List<LotId> sought = next.stream().limit(MAX_LOTS - found.size()).toList();
            return lots.find(sought).chain(inputs -> {
                found.putAll(inputs);
                return climb(viewer, inputs.values(), found, made);
            });
        });
    }

    private static Set<Digest> foreign(PartyId viewer, Collection<BookedLot> lots) {
        Set<Digest> named = new TreeSet<>();
        lots.stream()
                .filter(lot -> !lot.maker().equals(viewer))
                .forEach(lot -> lot.original().rowList().forEach(row -> named.add(row.profile())));
        return named;
    }
}

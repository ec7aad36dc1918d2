package io.lodestone.lots.provenance.app;

import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.kit.actor.Actor;
import io.lodestone.lots.access.Viewpoint;
import io.lodestone.lots.access.app.Sight;
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
    private final Sight sight;

    @Inject
    Ancestry(Feed feed, LotReads lots, DescentRows descents, ProfileRows profiles, Sight sight) {
        this.feed = feed;
        this.lots = lots;
        this.descents = descents;
        this.profiles = profiles;
        this.sight = sight;
    }

    public Uni<Optional<JsonObject>> tree(Actor actor, Optional<PartyId> as, LotId lot) {
        return feed.current()
                .chain(here -> sight.of(actor, as, lot))
                .chain(seen -> seen.map(it -> tree(it.view(), lot))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<JsonObject>> tree(Viewpoint view, LotId lot) {
        return lots.seenBy(view.party(), lot)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : climbed(view, found.get()).map(genealogy -> Optional.of(genealogy.tree(lot))));
    }

    private Uni<Genealogy> climbed(Viewpoint view, BookedLot root) {
        Map<LotId, BookedLot> found = new HashMap<>(Map.of(root.lot(), root));
        Map<LotId, Descent> made = new HashMap<>();
        return climb(view, List.of(root), found, made)
                .chain(() -> profiles.find(foreign(view, found.values())))
                .map(origins -> new Genealogy(view, found, made, origins));
    }

    /** What went into a lot is shown to its maker, who had it all in hand; nobody else gets further. */
    private Uni<Void> climb(
            Viewpoint view, Collection<BookedLot> level, Map<LotId, BookedLot> found, Map<LotId, Descent> made) {
        List<LotId> own = level.stream()
                .filter(lot -> Genealogy.opens(view, lot))
                .map(BookedLot::lot)
                .toList();
        if (own.isEmpty() || found.size() >= MAX_LOTS) {
            return Uni.createFrom().voidItem();
        }
        return descents.of(own).chain(known -> {
            Set<LotId> next = new TreeSet<>();
            for (Descent descent : known) {
                made.put(descent.lot(), descent);
                descent.inputs().stream()
                        .map(Descent.Consumed::lot)
                        .filter(view::shows)
                        .forEach(next::add);
            }
            next.removeAll(found.keySet());
            List<LotId> sought = next.stream().limit(MAX_LOTS - found.size()).toList();
            return lots.find(sought).chain(inputs -> {
                found.putAll(inputs);
                return climb(view, inputs.values(), found, made);
            });
        });
    }

    private static Set<Digest> foreign(Viewpoint view, Collection<BookedLot> lots) {
        Set<Digest> named = new TreeSet<>();
        lots.stream()
                .filter(lot -> !Genealogy.opens(view, lot))
                .forEach(lot -> lot.original().rowList().forEach(row -> named.add(row.profile())));
        return named;
    }
}

package io.lodestone.lots.provenance.app;

import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.lots.feed.app.Feed;
import io.lodestone.lots.lot.BookedLot;
import io.lodestone.lots.lot.store.LotReads;
import io.lodestone.lots.provenance.Descendants;
import io.lodestone.lots.provenance.Use;
import io.lodestone.lots.provenance.store.UseRows;
import io.lodestone.lots.trace.Sight;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads a party's part of a lot's descendants, level by level. */
@Singleton
public class Progeny {

    /** As many as an answer of ancestors holds; their ids beyond it are still named. */
    private static final int MAX_LOTS = 1_000;

    private final Feed feed;
    private final LotReads lots;
    private final UseRows uses;

    @Inject
    Progeny(Feed feed, LotReads lots, UseRows uses) {
        this.feed = feed;
        this.lots = lots;
        this.uses = uses;
    }

    public Uni<Optional<JsonObject>> tree(PartyId viewer, LotId lot) {
        return feed.current()
                .chain(here -> lots.seenBy(viewer, lot))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : descended(Sight.of(viewer), found.get())
                                .map(descendants -> Optional.of(descendants.tree(lot))));
    }

    private Uni<Descendants> descended(Sight sight, BookedLot root) {
        Map<LotId, BookedLot> found = new HashMap<>(Map.of(root.lot(), root));
        Map<LotId, List<Use>> used = new HashMap<>();
        return descend(sight, List.of(root.lot()), found, used).replaceWith(() -> new Descendants(sight, found, used));
    }

    private Uni<Void> descend(
            Sight sight, Collection<LotId> level, Map<LotId, BookedLot> found, Map<LotId, List<Use>> used) {
        if (level.isEmpty() || found.size() >= MAX_LOTS) {
            return Uni.createFrom().voidItem();
        }
        return uses.of(sight, level, MAX_LOTS).chain(known -> {
            Set<LotId> next = new TreeSet<>();
            for (Use use : known) {
                used.computeIfAbsent(use.lot(), any -> new ArrayList<>()).add(use);
                next.addAll(use.outputs());
            }
            next.removeAll(found.keySet());
            List<LotId> sought = next.stream().limit(MAX_LOTS - found.size()).toList();
            return lots.find(sought).chain(outputs -> {
                found.putAll(outputs);
                return descend(sight, outputs.keySet(), found, used);
            });
        });
    }
}

package io.lodestone.lots.pool.app;

import io.lodestone.evidence.acceptance.Pool;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.lots.feed.app.Feed;
import io.lodestone.lots.lot.BookedLot;
import io.lodestone.lots.lot.LotQuery;
import io.lodestone.lots.lot.store.LotReads;
import io.lodestone.lots.pool.BookedPool;
import io.lodestone.lots.pool.Credit;
import io.lodestone.lots.pool.PoolPeriod;
import io.lodestone.lots.pool.PoolSheet;
import io.lodestone.lots.pool.store.PoolReads;
import io.lodestone.lots.pool.store.SheetRows;
import io.lodestone.lots.provenance.store.ProfileRows;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Shows pools to who holds them, and credits to whoever may see the lot. */
@Singleton
public class PoolBooks {

    private final Feed feed;
    private final PoolReads pools;
    private final SheetRows sheets;
    private final LotReads lots;
    private final ProfileRows profiles;

    @Inject
    PoolBooks(Feed feed, PoolReads pools, SheetRows sheets, LotReads lots, ProfileRows profiles) {
        this.feed = feed;
        this.pools = pools;
        this.sheets = sheets;
        this.lots = lots;
        this.profiles = profiles;
    }

    /** A pool with the profiles of all it holds, and more of them. */
    Uni<Optional<BookedPool>> find(PartyId party, LotId id, Set<Digest> more) {
        return pools.ofHolder(party, id)
                .chain(found -> found.map(lot -> with(lot, more).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<BookedPool> with(BookedLot lot, Set<Digest> more) {
        Set<Digest> named = new TreeSet<>(more);
        named.addAll(lot.remaining().profiles());
        return pools.state(lot.lot())
                .chain(state -> profiles.find(named).map(found -> new BookedPool(lot, state, found)));
    }

    public Uni<Optional<JsonObject>> pool(PartyId party, LotId id) {
        return feed.current()
                .chain(here -> find(party, id, Set.of()))
                .chain(found -> found.map(pool -> sheets.periods(id).map(periods -> Optional.of(pool.json(periods))))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    /** A page of the pools that the party holds, by id. */
    public Uni<JsonObject> page(PartyId party, LotQuery query) {
        return feed.current().chain(here -> pools.page(party, query)).chain(found -> {
            List<BookedLot> page = found.subList(0, Math.min(query.limit(), found.size()));
            Optional<String> next = found.size() > page.size()
                    ? Optional.of(LotQuery.cursor(page.get(page.size() - 1).lot()))
                    : Optional.empty();
            return states(page)
                    .map(states -> Json.object()
                            .put("items", page, lot -> BookedPool.listed(lot, states))
                            .putWire("next", next)
                            .build());
        });
    }

    private Uni<Map<LotId, Pool>> states(List<BookedLot> page) {
        Map<LotId, Pool> states = new HashMap<>();
        Uni<Void> all = Uni.createFrom().voidItem();
        for (BookedLot lot : page) {
            all = all.chain(() -> pools.state(lot.lot()))
                    .invoke(state -> states.put(lot.lot(), state))
                    .replaceWithVoid();
        }
        return all.replaceWith(states);
    }

    public Uni<Optional<PoolSheet>> sheet(PartyId party, LotId id, String period) {
        return feed.current()
                .chain(here -> pools.ofHolder(party, id))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : sheets.period(id, period)
                                .chain(named -> named.map(
                                                known -> sheet(id, known).map(Optional::of))
                                        .orElseGet(() -> Uni.createFrom().item(Optional.empty()))));
    }

    private Uni<PoolSheet> sheet(LotId id, PoolPeriod period) {
        return sheets.lines(id, period.name()).chain(lines -> {
            Set<Digest> named = new TreeSet<>();
            lines.forEach(line -> line.profile().ifPresent(named::add));
            return sheets.counts(id, period.name())
                    .chain(counts -> sheets.adjustments(id, period.name())
                            .chain(adjustments -> profiles.find(named)
                                    .map(origins -> new PoolSheet(id, period, lines, counts, adjustments, origins))));
        });
    }

    public Uni<Optional<JsonObject>> credits(PartyId party, LotId lot) {
        return feed.current()
                .chain(here -> lots.seenBy(party, lot))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : pools.credits(lot)
                                .chain(this::described)
                                .map(items -> Optional.of(Json.object()
                                        .put("items", Json.array(items))
                                        .putWire("lot", lot)
                                        .build())));
    }

    private Uni<List<JsonObject>> described(List<Credit> credits) {
        Set<Digest> named = new TreeSet<>();
        credits.forEach(credit -> named.add(credit.profile()));
        return profiles.find(named)
                .map(origins -> credits.stream()
                        .map(credit -> credit.json(origins.get(credit.profile())))
                        .toList());
    }
}

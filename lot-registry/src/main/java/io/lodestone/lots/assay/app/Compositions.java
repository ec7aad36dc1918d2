package io.lodestone.lots.assay.app;

import io.lodestone.evidence.acceptance.Holding;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.kit.actor.Actor;
import io.lodestone.lots.access.Seen;
import io.lodestone.lots.access.app.Sight;
import io.lodestone.lots.assay.Composition;
import io.lodestone.lots.assay.RecordedAssay;
import io.lodestone.lots.assay.store.AssayRows;
import io.lodestone.lots.description.LotFacts;
import io.lodestone.lots.description.store.FactReads;
import io.lodestone.lots.feed.app.Feed;
import io.lodestone.lots.lot.BookedLot;
import io.lodestone.lots.lot.store.LotReads;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Shows a lot's assays and composition. Who has the lot now sees all of them; who once had it sees what it stated
 * itself, and what the lot was made with. An auditor sees what the party sees and the grant covers.
 */
@Singleton
public class Compositions {

    private final Feed feed;
    private final Sight sight;
    private final LotReads lots;
    private final AssayRows assays;
    private final FactReads facts;

    @Inject
    Compositions(Feed feed, Sight sight, LotReads lots, AssayRows assays, FactReads facts) {
        this.feed = feed;
        this.sight = sight;
        this.lots = lots;
        this.assays = assays;
        this.facts = facts;
    }

    /** A lot with the view to take of it, and the assays that may be shown of it, newest first. */
    private record Shown(BookedLot lot, Seen seen, List<RecordedAssay> assays) {

        boolean current() {
            return seen.current() && lot.isOf(seen.party());
        }
    }

    public Uni<Optional<JsonObject>> assays(Actor actor, Optional<PartyId> as, LotId lot) {
        return shown(actor, as, lot)
                .map(found -> found.map(shown -> Json.object()
                        .put("items", shown.assays(), RecordedAssay::json)
                        .putWire("lot", lot)
                        .build()));
    }

    public Uni<Optional<JsonObject>> composition(Actor actor, Optional<PartyId> as, LotId lot) {
        return shown(actor, as, lot)
                .chain(found -> found.map(shown -> composition(shown).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<JsonObject> composition(Shown shown) {
        LotId lot = shown.lot().lot();
        boolean left = shown.current() && shown.lot().standing() != Holding.State.CONSUMED;
        OriginVector vector = left ? shown.lot().remaining() : shown.lot().original();
        Optional<RecordedAssay> counts =
                shown.assays().stream().filter(RecordedAssay::current).findFirst();
        return facts.find(List.of(lot))
                .map(known -> new Composition(
                                vector,
                                counts,
                                Optional.ofNullable(known.get(lot)).flatMap(LotFacts::moisture))
                        .json()
                        .with("lot", Json.string(lot.toString()))
                        .with("of", Json.string(left ? "remaining" : "original")));
    }

    private Uni<Optional<Shown>> shown(Actor actor, Optional<PartyId> as, LotId lot) {
        return feed.current()
                .chain(here -> sight.of(actor, as, lot))
                .chain(view -> view.map(seen -> lots.seenBy(seen.party(), lot)
                                .chain(found -> found.map(booked -> shown(seen, booked))
                                        .orElseGet(() -> Uni.createFrom().item(Optional.empty()))))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<Shown>> shown(Seen seen, BookedLot lot) {
        boolean current = seen.current() && lot.isOf(seen.party());
        Optional<PartyId> by = current ? Optional.empty() : Optional.of(seen.party());
        return assays.of(lot.lot(), by, seen.view()).map(found -> Optional.of(new Shown(lot, seen, found)));
    }
}

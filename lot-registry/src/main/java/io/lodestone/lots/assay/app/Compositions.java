package io.lodestone.lots.assay.app;

import io.lodestone.evidence.acceptance.Holding;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
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
import java.util.function.Function;

/**
 * Shows a lot's assays and composition. Who has the lot now sees all of them; who once had it sees what it stated
 * itself, and what the lot was made with.
 */
@Singleton
public class Compositions {

    private final Feed feed;
    private final LotReads lots;
    private final AssayRows assays;
    private final FactReads facts;

    @Inject
    Compositions(Feed feed, LotReads lots, AssayRows assays, FactReads facts) {
        this.feed = feed;
        this.lots = lots;
        this.assays = assays;
        this.facts = facts;
    }

    public Uni<Optional<JsonObject>> assays(PartyId viewer, LotId lot) {
        return seen(
                viewer,
                lot,
                booked -> visible(viewer, booked)
                        .map(found -> Json.object()
                                .put("items", found, RecordedAssay::json)
                                .putWire("lot", lot)
                                .build()));
    }

    public Uni<Optional<JsonObject>> composition(PartyId viewer, LotId lot) {
        return seen(
                viewer,
                lot,
                booked -> visible(viewer, booked)
                        .chain(found -> facts.find(List.of(lot)).map(known -> {
                            boolean left = booked.isOf(viewer) && booked.standing() != Holding.State.CONSUMED;
                            OriginVector vector = left ? booked.remaining() : booked.original();
                            return new Composition(
                                            vector,
                                            found.stream()
                                                    .filter(RecordedAssay::current)
                                                    .findFirst(),
                                            Optional.ofNullable(known.get(lot)).flatMap(LotFacts::moisture))
                                    .json()
                                    .with("lot", Json.string(lot.toString()))
                                    .with("of", Json.string(left ? "remaining" : "original"));
                        })));
    }

    private Uni<Optional<JsonObject>> seen(PartyId viewer, LotId lot, Function<BookedLot, Uni<JsonObject>> show) {
        return feed.current()
                .chain(here -> lots.seenBy(viewer, lot))
                .chain(found -> found.map(booked -> show.apply(booked).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<List<RecordedAssay>> visible(PartyId viewer, BookedLot lot) {
        return assays.of(lot.lot(), Optional.of(viewer).filter(v -> !lot.isOf(v)));
    }
}

package io.lodestone.lots.provenance.app;

import io.lodestone.evidence.acceptance.Holding;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.kit.actor.Actor;
import io.lodestone.lots.access.Seen;
import io.lodestone.lots.access.app.Sight;
import io.lodestone.lots.feed.app.Feed;
import io.lodestone.lots.lot.BookedLot;
import io.lodestone.lots.lot.store.LotReads;
import io.lodestone.lots.provenance.OriginRollUp;
import io.lodestone.lots.provenance.store.ProfileRows;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Where one lot's mass comes from: for people as a roll-up, for a determination in full. */
@Singleton
public class Origins {

    private final Feed feed;
    private final LotReads lots;
    private final ProfileRows profiles;
    private final Sight sight;

    @Inject
    Origins(Feed feed, LotReads lots, ProfileRows profiles, Sight sight) {
        this.feed = feed;
        this.lots = lots;
        this.profiles = profiles;
        this.sight = sight;
    }

    /** Of what remains, for who has it; of what it was made with, where nothing remains or the lot was handed over. */
    public Uni<Optional<JsonObject>> rollUp(Actor actor, Optional<PartyId> as, LotId lot) {
        return feed.current()
                .chain(here -> sight.of(actor, as, lot))
                .chain(seen -> seen.map(it -> rollUp(it, lot))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<JsonObject>> rollUp(Seen seen, LotId lot) {
        return lots.seenBy(seen.party(), lot)
                .chain(found -> found.map(booked -> rollUp(seen, booked).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<JsonObject> rollUp(Seen seen, BookedLot lot) {
        boolean remaining = seen.current() && lot.isOf(seen.party()) && lot.standing() != Holding.State.CONSUMED;
        OriginVector vector = remaining ? lot.remaining() : lot.original();
        return profiles.find(named(vector))
                .map(origins -> OriginRollUp.of(vector, origins)
                        .with("lot", Json.string(lot.lot().toString()))
                        .with("of", Json.string(remaining ? "remaining" : "original")));
    }

    /** What a determination starts from; nothing for a party that neither holds nor owns the lot. */
    public Uni<Optional<JsonObject>> dossier(PartyId party, LotId lot) {
        return feed.catchUp()
                .chain(() -> lots.find(lot))
                .chain(found -> found.filter(booked -> booked.isOf(party))
                        .map(booked -> profiles.find(named(booked.remaining()))
                                .map(origins -> Optional.of(dossier(booked, origins.values()))))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    /** Profiles are sorted by digest. */
    private static JsonObject dossier(BookedLot lot, Collection<OriginProfile> origins) {
        return Json.object()
                .put("form", lot.form().wire())
                .putWire("holder", lot.holder())
                .putWire("lot", lot.lot())
                .putWire("massUg", lot.mass())
                .putWire("owner", lot.owner())
                .put(
                        "profiles",
                        Json.array(origins.stream().map(OriginProfile::json).toList()))
                .putWire("remainingUg", lot.remaining().total())
                .put("stale", lot.stale())
                .put("state", lot.standing().name())
                .put("vector", lot.remaining().json())
                .put("version", lot.version())
                .build();
    }

    private static Set<Digest> named(OriginVector vector) {
        Set<Digest> named = new TreeSet<>();
        vector.rowList().forEach(row -> named.add(row.profile()));
        return named;
    }
}

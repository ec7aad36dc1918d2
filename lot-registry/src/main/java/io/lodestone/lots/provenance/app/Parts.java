package io.lodestone.lots.provenance.app;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.TransformationResult.Drawn;
import io.lodestone.evidence.statement.Input;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotsTransformed;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.kit.actor.Actor;
import io.lodestone.lots.access.Seen;
import io.lodestone.lots.access.app.Sight;
import io.lodestone.lots.feed.app.Feed;
import io.lodestone.lots.lot.BookedLot;
import io.lodestone.lots.lot.store.LotReads;
import io.lodestone.lots.provenance.Part;
import io.lodestone.lots.provenance.store.PartRows;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Lists what an assembly was put together from, one level down. */
@Singleton
public class Parts {

    private final Feed feed;
    private final Sight sight;
    private final LotReads lots;
    private final PartRows rows;

    @Inject
    Parts(Feed feed, Sight sight, LotReads lots, PartRows rows) {
        this.feed = feed;
        this.sight = sight;
        this.lots = lots;
        this.rows = rows;
    }

    /** Nothing for who may not see the assembly; a lot that was not assembled has no parts. */
    public Uni<Optional<JsonObject>> of(Actor actor, Optional<PartyId> as, LotId lot) {
        return feed.current()
                .chain(here -> sight.of(actor, as, lot))
                .chain(view -> view.map(seen -> of(seen, lot)).orElseGet(Parts::none));
    }

    private Uni<Optional<JsonObject>> of(Seen seen, LotId lot) {
        return lots.seenBy(seen.party(), lot)
                .chain(found -> found.isPresent() ? parts(seen, lot).map(Optional::of) : none());
    }

    private static Uni<Optional<JsonObject>> none() {
        return Uni.createFrom().item(Optional.empty());
    }

    private Uni<JsonObject> parts(Seen seen, LotId lot) {
        return rows.assembly(lot)
                .chain(made -> made.map(body -> parts(seen, body))
                        .orElseGet(() -> Uni.createFrom().item(List.of())))
                .map(parts -> Json.object()
                        .putWire("lot", lot)
                        .put("parts", Json.array(parts))
                        .build());
    }

    /** A grant for some lots shows which of these are parts, and of others form and mass. */
    private Uni<List<JsonObject>> parts(Seen seen, LotsTransformed body) {
        List<LotId> inputs = body.inputs().stream().map(Input::lot).toList();
        return rows.seen(seen.party(), inputs).chain(had -> {
            had.removeIf(part -> !seen.view().shows(part));
            return lots.find(inputs).map(booked -> parts(body, booked, had));
        });
    }

    private static List<JsonObject> parts(LotsTransformed body, Map<LotId, BookedLot> booked, Set<LotId> seen) {
        if (!(body.draw() instanceof Drawn drawn)) {
            throw new IllegalStateException("a kept transformation cannot be drawn");
        }
        Map<Digest, OriginProfile> profiles = new TreeMap<>();
        body.profiles().forEach(profile -> profiles.put(profile.digest(), profile));
        List<JsonObject> parts = new ArrayList<>();
        for (int i = 0; i < body.inputs().size(); i++) {
            LotId lot = body.inputs().get(i).lot();
            BookedLot input = booked.get(lot);
            if (input == null) {
                throw new IllegalStateException("a lot is not booked");
            }
            parts.add(new Part(lot, input.form(), drawn.consumed().get(i), seen.contains(lot)).json(profiles));
        }
        return parts;
    }
}

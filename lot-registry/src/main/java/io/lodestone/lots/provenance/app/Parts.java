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
    private final LotReads lots;
    private final PartRows rows;

    @Inject
    Parts(Feed feed, LotReads lots, PartRows rows) {
        this.feed = feed;
        this.lots = lots;
        this.rows = rows;
    }

    /** Nothing for who may not see the assembly; a lot that was not assembled has no parts. */
    public Uni<Optional<JsonObject>> of(PartyId viewer, LotId lot) {
        return feed.current()
                .chain(here -> lots.seenBy(viewer, lot))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : rows.assembly(lot)
                                .chain(made -> made.map(body -> parts(viewer, body))
                                        .orElseGet(() -> Uni.createFrom().item(List.of())))
                                .map(parts -> Optional.of(Json.object()
                                        .putWire("lot", lot)
                                        .put("parts", Json.array(parts))
                                        .build())));
    }

    private Uni<List<JsonObject>> parts(PartyId viewer, LotsTransformed body) {
        List<LotId> inputs = body.inputs().stream().map(Input::lot).toList();
        return rows.seen(viewer, inputs).chain(seen -> lots.find(inputs).map(booked -> parts(body, booked, seen)));
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

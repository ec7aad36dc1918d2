package io.lodestone.lots.alert.app;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.kit.actor.Actor;
import io.lodestone.lots.alert.Acknowledgement;
import io.lodestone.lots.alert.AlertQuery;
import io.lodestone.lots.alert.SeenAlert;
import io.lodestone.lots.alert.store.AlertReads;
import io.lodestone.lots.feed.app.Feed;
import io.lodestone.lots.outbox.Paths;
import io.lodestone.lots.outbox.Refusals;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Shows a party the alerts that are its business, and keeps that it has seen them. */
@Singleton
public class Alerts {

    private final AlertReads reads;
    private final Feed feed;
    private final Clock clock;

    @Inject
    Alerts(AlertReads reads, Feed feed, Clock clock) {
        this.reads = reads;
        this.feed = feed;
        this.clock = clock;
    }

    public Uni<JsonObject> page(PartyId viewer, AlertQuery query) {
        return feed.current().chain(here -> reads.page(viewer, query)).map(found -> {
            List<SeenAlert> page = found.subList(0, Math.min(query.limit(), found.size()));
            Optional<String> next = found.size() > page.size()
                    ? Optional.of(page.get(page.size() - 1).place().cursor())
                    : Optional.empty();
            return Json.object()
                    .put("items", page, SeenAlert::json)
                    .putWire("next", next)
                    .build();
        });
    }

    public Uni<JsonObject> find(PartyId viewer, Digest id) {
        return feed.current().chain(here -> seen(viewer, id)).map(SeenAlert::json);
    }

    /** The first acknowledgement of a party stands; the same reason again changes nothing, and another is refused. */
    public Uni<JsonObject> acknowledge(Actor actor, Digest id, String reason) {
        PartyId party = actor.party();
        return find(party, id)
                .chain(seen ->
                        reads.acknowledge(party, id, new Acknowledgement(actor.person(), reason, clock.instant())))
                .chain(() -> seen(party, id))
                .map(alert -> {
                    if (!alert.acknowledged().orElseThrow().reason().equals(reason)) {
                        throw Refusals.problem(
                                "alert-acknowledged",
                                409,
                                "Your party has acknowledged this alert for another reason.");
                    }
                    return alert.json();
                });
    }

    private Uni<SeenAlert> seen(PartyId viewer, Digest id) {
        return reads.find(viewer, id).map(found -> found.orElseThrow(Paths::notFound));
    }
}

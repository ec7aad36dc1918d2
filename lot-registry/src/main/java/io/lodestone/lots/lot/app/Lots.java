package io.lodestone.lots.lot.app;

import io.lodestone.evidence.acceptance.Refusal;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.Salt;
import io.lodestone.kit.actor.Actor;
import io.lodestone.kit.ids.Ids;
import io.lodestone.lots.facility.app.Facilities;
import io.lodestone.lots.feed.Happened;
import io.lodestone.lots.feed.app.Feed;
import io.lodestone.lots.feed.store.TimeRows;
import io.lodestone.lots.lot.BookedLot;
import io.lodestone.lots.lot.Descriptions;
import io.lodestone.lots.lot.DraftLot;
import io.lodestone.lots.lot.LotQuery;
import io.lodestone.lots.lot.LotRequest;
import io.lodestone.lots.lot.store.LotReads;
import io.lodestone.lots.lot.store.LotReads.Listed;
import io.lodestone.lots.outbox.Operators;
import io.lodestone.lots.outbox.Outcome;
import io.lodestone.lots.outbox.Prepared;
import io.lodestone.lots.outbox.Request;
import io.lodestone.lots.outbox.app.Submissions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Registers lots and shows them. */
@Singleton
public class Lots {

    private final Submissions submissions;
    private final Facilities facilities;
    private final LotReads reads;
    private final TimeRows times;
    private final Feed feed;
    private final Ids ids;

    @Inject
    Lots(Submissions submissions, Facilities facilities, LotReads reads, TimeRows times, Feed feed, Ids ids) {
        this.submissions = submissions;
        this.facilities = facilities;
        this.reads = reads;
        this.times = times;
        this.feed = feed;
        this.ids = ids;
    }

    public Uni<Outcome> register(Actor actor, Request<LotRequest> request) {
        return submissions.submit(actor, request, () -> prepare(actor.party(), request.value()));
    }

    private Uni<Prepared> prepare(PartyId party, LotRequest request) {
        return facilities
                .operatedBy(party, request.facility())
                .map(found -> found.map(where -> request.prepare(
                                where, new LotId(ids.next()), new Operators(() -> Salt.of(ids.random(Salt.LENGTH)))))
                        .orElseGet(() -> Prepared.impossible(
                                Refusal.Code.FACILITY_UNKNOWN, "body.facility", "is not a facility of yours")));
    }

    /** The lot as that party may see it, booked or asked for. */
    public Uni<Optional<JsonObject>> find(PartyId party, LotId lot) {
        return feed.current()
                .chain(here -> reads.seenBy(party, lot))
                .chain(booked -> booked.isPresent()
                        ? times.find(List.of(booked.get().index()))
                                .map(when -> booked.map(found -> described(found, party, when)))
                        : reads.draft(party, lot).map(draft -> draft.map(DraftLot::json)));
    }

    /** A page of the lots that the party holds, owns or has asked for, by id. */
    public Uni<JsonObject> page(PartyId party, LotQuery query) {
        return feed.current().chain(here -> reads.page(party, query)).chain(listed -> {
            List<Listed> page = listed.subList(0, Math.min(query.limit(), listed.size()));
            Optional<String> next = listed.size() > page.size()
                    ? Optional.of(LotQuery.cursor(page.get(page.size() - 1).lot()))
                    : Optional.empty();
            List<LotId> booked = page.stream()
                    .filter(item -> item.draft().isEmpty())
                    .map(Listed::lot)
                    .toList();
            return reads.find(booked)
                    .chain(found -> times.find(found.values().stream()
                                    .map(BookedLot::index)
                                    .toList())
                            .map(when -> page(page, found, when, party, next)));
        });
    }

    private static JsonObject described(BookedLot lot, PartyId party, Map<Long, Happened> when) {
        JsonObject description = Descriptions.booked(lot, party);
        Happened happened = when.get(lot.index());
        return happened == null ? description : happened.added(description);
    }

    private static JsonObject page(
            List<Listed> page,
            Map<LotId, BookedLot> booked,
            Map<Long, Happened> when,
            PartyId party,
            Optional<String> next) {
        List<JsonObject> items = new ArrayList<>();
        for (Listed item : page) {
            BookedLot lot = booked.get(item.lot());
            if (item.draft().isPresent()) {
                items.add(item.draft().get().json());
            } else if (lot != null) {
                items.add(described(lot, party, when));
            }
        }
        return Json.object()
                .put("items", Json.array(items))
                .putWire("next", next)
                .build();
    }
}

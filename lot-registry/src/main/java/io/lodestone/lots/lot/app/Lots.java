package io.lodestone.lots.lot.app;

import io.lodestone.evidence.acceptance.Refusal;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.Salt;
import io.lodestone.kit.actor.Actor;
import io.lodestone.kit.ids.Ids;
import io.lodestone.lots.access.Seen;
import io.lodestone.lots.access.app.Sight;
import io.lodestone.lots.description.LotFacts;
import io.lodestone.lots.description.store.FactReads;
import io.lodestone.lots.facility.app.Facilities;
import io.lodestone.lots.feed.app.Feed;
import io.lodestone.lots.lot.BookedLot;
import io.lodestone.lots.lot.Descriptions;
import io.lodestone.lots.lot.DraftLot;
import io.lodestone.lots.lot.LotQuery;
import io.lodestone.lots.lot.LotRequest;
import io.lodestone.lots.lot.store.GrantedLots;
import io.lodestone.lots.lot.store.GrantedLots.Granted;
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
import java.util.function.Function;

/** Registers lots and shows them. */
@Singleton
public class Lots {

    private final Submissions submissions;
    private final Facilities facilities;
    private final LotReads reads;
    private final GrantedLots granted;
    private final FactReads facts;
    private final Sight sight;
    private final Feed feed;
    private final Ids ids;

    @Inject
    Lots(
            Submissions submissions,
            Facilities facilities,
            LotReads reads,
            GrantedLots granted,
            FactReads facts,
            Sight sight,
            Feed feed,
            Ids ids) {
        this.submissions = submissions;
        this.facilities = facilities;
        this.reads = reads;
        this.granted = granted;
        this.facts = facts;
        this.sight = sight;
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

    /** The lot as the actor may see it, booked or asked for; {@code as} names the party whose view is to be taken. */
    public Uni<Optional<JsonObject>> find(Actor actor, Optional<PartyId> as, LotId lot) {
        return feed.current()
                .chain(here -> sight.of(actor, as, lot))
                .chain(seen -> seen.map(it -> find(it, lot))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<JsonObject>> find(Seen seen, LotId lot) {
        return reads.seenBy(seen.party(), lot)
                .chain(booked -> booked.isPresent() || seen.granted()
                        ? facts.find(List.of(lot)).map(known -> booked.map(found -> described(found, known, seen)))
                        : reads.draft(seen.party(), lot).map(draft -> draft.map(DraftLot::json)));
    }

    /** A page of the lots that the actor holds, owns or has asked for, or of those that it was let see, by id. */
    public Uni<JsonObject> page(Actor actor, LotQuery query) {
        PartyId self = actor.party();
        Optional<PartyId> as = query.as();
        if (!Sight.isOwnList(actor, as)) {
            return feed.current().chain(here -> granted.page(self, query)).chain(found -> granted(found, query));
        }
        return as.isPresent() && !as.get().equals(self)
                ? Uni.createFrom().item(page(List.of(), Optional.empty()))
                : page(self, query);
    }

    private Uni<JsonObject> granted(List<Granted> found, LotQuery query) {
        List<Granted> page = found.subList(0, Math.min(query.limit(), found.size()));
        Optional<String> next = next(found.size(), page, Granted::lot);
        List<LotId> lots = page.stream().map(Granted::lot).toList();
        return reads.find(lots)
                .chain(booked -> facts.find(lots).map(known -> {
                    List<JsonObject> items = new ArrayList<>();
                    for (Granted item : page) {
                        BookedLot lot = booked.get(item.lot());
                        if (lot != null) {
                            items.add(described(lot, known, item.seen()));
                        }
                    }
                    return page(items, next);
                }));
    }

    private Uni<JsonObject> page(PartyId party, LotQuery query) {
        return feed.current().chain(here -> reads.page(party, query)).chain(listed -> {
            List<Listed> page = listed.subList(0, Math.min(query.limit(), listed.size()));
            Optional<String> next = next(listed.size(), page, Listed::lot);
            List<LotId> lots = page.stream()
                    .filter(item -> item.draft().isEmpty())
                    .map(Listed::lot)
                    .toList();
            return reads.find(lots)
                    .chain(booked ->
                            facts.find(lots).map(known -> page(items(page, booked, known, Seen.own(party)), next)));
        });
    }

    private static List<JsonObject> items(
            List<Listed> page, Map<LotId, BookedLot> booked, Map<LotId, LotFacts> known, Seen seen) {
        List<JsonObject> items = new ArrayList<>();
        for (Listed item : page) {
            BookedLot lot = booked.get(item.lot());
            if (item.draft().isPresent()) {
                items.add(item.draft().get().json());
            } else if (lot != null) {
                items.add(described(lot, known, seen));
            }
        }
        return items;
    }

    private static <T> Optional<String> next(int found, List<T> page, Function<T, LotId> id) {
        return found > page.size()
                ? Optional.of(LotQuery.cursor(id.apply(page.get(page.size() - 1))))
                : Optional.empty();
    }

    private static JsonObject page(List<JsonObject> items, Optional<String> next) {
        return Json.object()
                .put("items", Json.array(items))
                .putWire("next", next)
                .build();
    }

    /** With what is known beside its masses. */
    private static JsonObject described(BookedLot lot, Map<LotId, LotFacts> known, Seen seen) {
        JsonObject masses = Descriptions.booked(lot, seen);
        LotFacts facts = known.get(lot.lot());
        boolean maker = lot.maker().equals(seen.party());
        boolean current = seen.current() && lot.isOf(seen.party());
        return facts == null ? masses : facts.addTo(masses, maker, current);
    }
}

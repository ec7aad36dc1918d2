package io.lodestone.lots.pool.app;

import io.lodestone.evidence.acceptance.Facility;
import io.lodestone.evidence.acceptance.Refusal;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.Salt;
import io.lodestone.kit.actor.Actor;
import io.lodestone.kit.ids.Ids;
import io.lodestone.lots.custody.Disposition.Refused;
import io.lodestone.lots.facility.NamedFacility;
import io.lodestone.lots.facility.app.Facilities;
import io.lodestone.lots.lot.BookedLot;
import io.lodestone.lots.lot.Usable;
import io.lodestone.lots.lot.store.LotReads;
import io.lodestone.lots.outbox.Operators;
import io.lodestone.lots.outbox.Outcome;
import io.lodestone.lots.outbox.Prepared;
import io.lodestone.lots.outbox.Request;
import io.lodestone.lots.outbox.app.Submissions;
import io.lodestone.lots.outbox.store.Outbox;
import io.lodestone.lots.pool.BookedPool;
import io.lodestone.lots.pool.CreditRequest;
import io.lodestone.lots.pool.PoolRequest;
import io.lodestone.lots.pool.RunAssembly;
import io.lodestone.lots.pool.RunRequest;
import io.lodestone.lots.pool.StockRequests.Booking;
import io.lodestone.lots.transformation.Relied;
import io.lodestone.lots.transformation.app.Reliance;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Opens pools and states what happens to them. */
@Singleton
public class Pools {

    private final Submissions submissions;
    private final Facilities facilities;
    private final PoolBooks books;
    private final LotReads lots;
    private final Reliance reliance;
    private final Outbox outbox;
    private final Ids ids;

    @Inject
    Pools(
            Submissions submissions,
            Facilities facilities,
            PoolBooks books,
            LotReads lots,
            Reliance reliance,
            Outbox outbox,
            Ids ids) {
        this.submissions = submissions;
        this.facilities = facilities;
        this.books = books;
        this.lots = lots;
        this.reliance = reliance;
        this.outbox = outbox;
        this.ids = ids;
    }

    public Uni<Outcome> open(Actor actor, Request<PoolRequest> request) {
        PoolRequest asked = request.value();
        return submissions.submit(
                actor,
                request,
                () -> facilities
                        .operatedBy(actor.party(), asked.facility())
                        .map(found -> found.map(NamedFacility::facility))
                        .map(found -> found.map(where -> asked.prepare(where, new LotId(ids.next()), operators()))
                                .orElseGet(() -> Prepared.impossible(
                                        Refusal.Code.FACILITY_UNKNOWN,
                                        "body.facility",
                                        "is not a facility of yours"))));
    }

    /** A count, a closing or an adjustment. */
    public Uni<Outcome> book(Actor actor, LotId pool, Request<? extends Booking> request) {
        return inPool(
                actor,
                pool,
                request,
                Set.of(),
                booked -> Uni.createFrom().item(request.value().prepare(booked)));
    }

    public Uni<Outcome> credit(Actor actor, LotId pool, Request<CreditRequest> request) {
        PartyId party = actor.party();
        LotId lot = request.value().lot();
        return inPool(
                actor,
                pool,
                request,
                Set.of(),
                booked -> lots.find(lot)
                        .chain(found -> outbox.isPending(party, List.of(lot))
                                .map(pending -> Usable.refusal(found.orElse(null), party, pending, "body.credited.lot")
                                        .<Prepared>map(Prepared.Impossible::new)
                                        .orElseGet(() -> request.value().prepare(booked, found.orElseThrow())))));
    }

    public Uni<Outcome> run(Actor actor, LotId pool, Request<RunRequest> request) {
        RunRequest asked = request.value();
        return submissions.submit(
                actor,
                request,
                () -> lots.find(asked.lots())
                        .chain(found -> outbox.isPending(actor.party(), missing(asked, found))
                                .chain(pending -> unusable(actor.party(), asked, found, pending)
                                        .<Uni<Prepared>>map(
                                                no -> Uni.createFrom().item(new Prepared.Impossible(no)))
                                        .orElseGet(() -> run(actor, pool, asked, ordered(asked, found))))));
    }

    private Uni<Prepared> run(Actor actor, LotId pool, RunRequest asked, List<BookedLot> inputs) {
        Set<Digest> named = new TreeSet<>();
        inputs.forEach(lot -> named.addAll(lot.remaining().profiles()));
        return booked(
                actor.party(),
                pool,
                named,
                booked -> facilities
                        .operatedBy(actor.party(), booked.pool().facility())
                        .map(found -> found.map(NamedFacility::facility))
                        .chain(where -> reliance.of(asked.inputs())
                                .map(relied -> assembled(asked, where.orElseThrow(), booked, inputs, named, relied))));
    }

    private Prepared assembled(
            RunRequest asked,
            Facility where,
            BookedPool pool,
            List<BookedLot> inputs,
            Set<Digest> named,
            Map<LotId, Relied> relied) {
        Set<Digest> held = new TreeSet<>(named);
        held.addAll(pool.lot().remaining().profiles());
        var profiles = new java.util.TreeMap<>(pool.profiles());
        profiles.keySet().retainAll(held);
        return new RunAssembly(asked, where, pool, inputs, profiles, relied)
                .prepare(operators(), () -> new LotId(ids.next()));
    }

    private Uni<Outcome> inPool(
            Actor actor,
            LotId pool,
            Request<?> request,
            Set<Digest> more,
            Function<BookedPool, Uni<Prepared>> prepare) {
        return submissions.submit(actor, request, () -> booked(actor.party(), pool, more, prepare));
    }

    private Uni<Prepared> booked(
            PartyId party, LotId pool, Set<Digest> more, Function<BookedPool, Uni<Prepared>> prepare) {
        return books.find(party, pool, more)
                .chain(found -> found.map(prepare)
                        .orElseGet(() -> Uni.createFrom()
                                .item(Prepared.impossible(
                                        Refusal.Code.POOL_UNKNOWN, "body.pool", "you hold no pool with this id"))));
    }

    private static List<LotId> missing(RunRequest asked, Map<LotId, BookedLot> found) {
        return asked.lots().stream().filter(lot -> !found.containsKey(lot)).toList();
    }

    private static Optional<Refused> unusable(
            PartyId party, RunRequest asked, Map<LotId, BookedLot> found, boolean pending) {
        for (int i = 0; i < asked.inputs().size(); i++) {
            BookedLot lot = found.get(asked.inputs().get(i).lot());
            Optional<Refused> refusal = Usable.refusal(lot, party, pending, "body.inputs[" + i + "].lot");
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    private static List<BookedLot> ordered(RunRequest asked, Map<LotId, BookedLot> found) {
        List<BookedLot> ordered = new ArrayList<>();
        asked.lots().forEach(lot -> ordered.add(found.get(lot)));
        return ordered;
    }

    private Operators operators() {
        return new Operators(() -> Salt.of(ids.random(Salt.LENGTH)));
    }
}

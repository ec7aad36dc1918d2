package io.lodestone.lots.party.app;

import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.statement.PartyDescribed;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.PartyRegistered;
import io.lodestone.evidence.statement.Salt;
import io.lodestone.kit.actor.Actor;
import io.lodestone.kit.actor.Role;
import io.lodestone.kit.ids.Ids;
import io.lodestone.lots.outbox.Outcome;
import io.lodestone.lots.outbox.PageQuery;
import io.lodestone.lots.outbox.Prepared;
import io.lodestone.lots.outbox.Request;
import io.lodestone.lots.outbox.app.Submissions;
import io.lodestone.lots.party.Described;
import io.lodestone.lots.party.DescriptionRequest;
import io.lodestone.lots.party.Party;
import io.lodestone.lots.party.PartyRequest;
import io.lodestone.lots.party.store.DescriptionRows;
import io.lodestone.lots.party.store.PartyRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Admits parties, describes them anew and looks them up. */
@Singleton
public class Parties {

    private final Submissions submissions;
    private final Pool pool;
    private final Ids ids;
    private final Clock clock;

    @Inject
    Parties(Submissions submissions, Pool pool, Ids ids, Clock clock) {
        this.submissions = submissions;
        this.pool = pool;
        this.ids = ids;
        this.clock = clock;
    }

    public Uni<Outcome> register(Actor actor, Request<PartyRequest> request) {
        return submissions.submit(actor, request, () -> Uni.createFrom().item(prepared(request.value())));
    }

    private Prepared prepared(PartyRequest request) {
        PartyId id = request.party().orElseGet(() -> new PartyId(ids.next()));
        return new Prepared.Ready(
                new PartyRegistered(request.country(), id),
                List.of(request.description().annex(salt())));
    }

    public Uni<Outcome> describe(Actor actor, PartyId party, Request<DescriptionRequest> request) {
        DescriptionRequest asked = request.value();
        return submissions.submit(
                actor,
                request,
                () -> Uni.createFrom()
                        .item(new Prepared.Ready(
                                new PartyDescribed(party, asked.eventTime()),
                                List.of(asked.description().annex(salt())))));
    }

    private Salt salt() {
        return Salt.of(ids.random(Salt.LENGTH));
    }

    /** With all that is known for the party itself and the registrar; for others with its country. */
    public Uni<Optional<Party>> find(Actor actor, PartyId id) {
        boolean all = knowsAll(actor, id);
        return PartyRows.find(pool, id)
                .chain(found -> found.isEmpty() || !all
                        ? Uni.createFrom().item(found.map(Party::countryOnly))
                        : DescriptionRows.asOf(pool, List.of(id), clock.instant())
                                .map(known -> found.map(party -> new Party(
                                        id, party.country(), party.name(), Optional.ofNullable(known.get(id))))));
    }

    /** Every description in the order of the log, for the party itself and the registrar. */
    public Uni<Optional<JsonObject>> descriptions(Actor actor, PartyId id, PageQuery<Long> query) {
        if (!knowsAll(actor, id)) {
            return Uni.createFrom().item(Optional.empty());
        }
        return PartyRows.find(pool, id)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : DescriptionRows.page(pool, id, query.after(), query.limit())
                                .map(page -> Optional.of(query.page(page, Described::index, Described::json))));
    }

    private static boolean knowsAll(Actor actor, PartyId id) {
        return actor.is(Role.REGISTRAR) || actor.org().equals(id.toString());
    }
}

package io.lodestone.lots.party.app;

import io.lodestone.evidence.statement.Annex;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.PartyRegistered;
import io.lodestone.evidence.statement.Salt;
import io.lodestone.kit.actor.Actor;
import io.lodestone.kit.actor.Role;
import io.lodestone.kit.ids.Ids;
import io.lodestone.lots.outbox.Outcome;
import io.lodestone.lots.outbox.Prepared;
import io.lodestone.lots.outbox.Request;
import io.lodestone.lots.outbox.app.Submissions;
import io.lodestone.lots.party.Party;
import io.lodestone.lots.party.PartyRequest;
import io.lodestone.lots.party.store.PartyRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Admits parties and looks them up. */
@Singleton
public class Parties {

    private final Submissions submissions;
    private final Pool pool;
    private final Ids ids;

    @Inject
    Parties(Submissions submissions, Pool pool, Ids ids) {
        this.submissions = submissions;
        this.pool = pool;
        this.ids = ids;
    }

    public Uni<Outcome> register(Actor actor, Request<PartyRequest> request) {
        return submissions.submit(actor, request, () -> Uni.createFrom().item(prepared(request.value())));
    }

    private Prepared prepared(PartyRequest request) {
        PartyId id = request.party().orElseGet(() -> new PartyId(ids.next()));
        Salt salt = Salt.of(ids.random(Salt.LENGTH));
        return new Prepared.Ready(
                new PartyRegistered(request.country(), id), List.of(Annex.name("party", request.name(), salt)));
    }

    public Uni<Optional<Party>> find(Actor actor, PartyId id) {
        boolean named = actor.is(Role.REGISTRAR) || actor.org().equals(id.toString());
        return PartyRows.find(pool, id).map(found -> found.map(party -> named ? party : party.withoutName()));
    }
}

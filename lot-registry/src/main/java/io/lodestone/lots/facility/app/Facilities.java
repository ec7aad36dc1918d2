package io.lodestone.lots.facility.app;

import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.FacilityRegistered;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.Salt;
import io.lodestone.kit.actor.Actor;
import io.lodestone.kit.ids.Ids;
import io.lodestone.lots.facility.FacilityRequest;
import io.lodestone.lots.facility.NamedFacility;
import io.lodestone.lots.facility.store.FacilityRows;
import io.lodestone.lots.outbox.Outcome;
import io.lodestone.lots.outbox.PageQuery;
import io.lodestone.lots.outbox.Prepared;
import io.lodestone.lots.outbox.Request;
import io.lodestone.lots.outbox.app.Submissions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** States facilities and looks them up for their operator. */
@Singleton
public class Facilities {

    private final Submissions submissions;
    private final Pool pool;
    private final Ids ids;

    @Inject
    Facilities(Submissions submissions, Pool pool, Ids ids) {
        this.submissions = submissions;
        this.pool = pool;
        this.ids = ids;
    }

    public Uni<Outcome> register(Actor actor, Request<FacilityRequest> request) {
        return submissions.submit(actor, request, () -> Uni.createFrom().item(prepared(request.value())));
    }

    private Prepared prepared(FacilityRequest request) {
        FacilityId id = request.facility().orElseGet(() -> new FacilityId(ids.next()));
        Salt salt = Salt.of(ids.random(Salt.LENGTH));
        return new Prepared.Ready(
                new FacilityRegistered(request.country(), id),
                List.of(request.description().annex(salt)));
    }

    /** The facility if that party operates it. */
    public Uni<Optional<NamedFacility>> of(PartyId party, FacilityId id) {
        return find(id).map(found ->
                found.filter(named -> named.facility().operator().equals(party)));
    }

    /** Whoever operates it. */
    public Uni<Optional<NamedFacility>> find(FacilityId id) {
        return FacilityRows.find(pool, id);
    }

    /** The same, for statements: its country goes into them, and local times are read by its zone. */
    public Uni<Optional<NamedFacility>> operatedBy(PartyId party, FacilityId id) {
        return of(party, id);
    }

    /** A page of the facilities that the party operates, by id. */
    public Uni<JsonObject> page(PartyId party, PageQuery<FacilityId> query) {
        return FacilityRows.page(pool, party, query.after(), query.limit())
                .map(found -> query.page(found, named -> named.facility().facility(), NamedFacility::json));
    }
}

package io.lodestone.lots.transformation.app;

import io.lodestone.evidence.acceptance.Refusal;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotsTransformed;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.Salt;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.StatementId;
import io.lodestone.kit.actor.Actor;
import io.lodestone.kit.ids.Ids;
import io.lodestone.lots.access.Viewpoint;
import io.lodestone.lots.access.app.Sight;
import io.lodestone.lots.custody.Disposition.Refused;
import io.lodestone.lots.facility.NamedFacility;
import io.lodestone.lots.facility.app.Facilities;
import io.lodestone.lots.feed.Happened;
import io.lodestone.lots.lot.BookedLot;
import io.lodestone.lots.lot.Usable;
import io.lodestone.lots.lot.store.LotReads;
import io.lodestone.lots.outbox.Operators;
import io.lodestone.lots.outbox.Outcome;
import io.lodestone.lots.outbox.Prepared;
import io.lodestone.lots.outbox.Request;
import io.lodestone.lots.outbox.app.Submissions;
import io.lodestone.lots.outbox.store.Outbox;
import io.lodestone.lots.provenance.store.ProfileRows;
import io.lodestone.lots.sql.Sql;
import io.lodestone.lots.transformation.Assembly;
import io.lodestone.lots.transformation.BookedLoss;
import io.lodestone.lots.transformation.TransformationAnswer;
import io.lodestone.lots.transformation.TransformationRequest;
import io.lodestone.lots.transformation.store.LossReads;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records transformations and shows them to who made them. */
@Singleton
public class Transformations {

    private static final String MADE =
            "SELECT actor, log_index, entry_time, bytes FROM statement WHERE actor = ANY($1) AND id = $2 AND kind = 'LotsTransformed'";

    private final Submissions submissions;
    private final Facilities facilities;
    private final LotReads lots;
    private final ProfileRows profiles;
    private final Reliance reliance;
    private final LossReads losses;
    private final Outbox outbox;
    private final Sight sight;
    private final Pool pool;
    private final Ids ids;

    @Inject
    Transformations(
            Submissions submissions,
            Facilities facilities,
            LotReads lots,
            ProfileRows profiles,
            Reliance reliance,
            LossReads losses,
            Outbox outbox,
            Sight sight,
            Pool pool,
            Ids ids) {
        this.submissions = submissions;
        this.facilities = facilities;
        this.lots = lots;
        this.profiles = profiles;
        this.reliance = reliance;
        this.losses = losses;
        this.outbox = outbox;
        this.sight = sight;
        this.pool = pool;
        this.ids = ids;
    }

    public Uni<Outcome> record(Actor actor, Request<TransformationRequest> request) {
        return submissions.submit(actor, request, () -> prepare(actor.party(), request.value()));
    }

    private Uni<Prepared> prepare(PartyId party, TransformationRequest request) {
        return facilities
                .operatedBy(party, request.facility())
                .chain(where -> where.map(found -> prepare(party, request, found))
                        .orElseGet(() -> Uni.createFrom()
                                .item(Prepared.impossible(
                                        Refusal.Code.FACILITY_UNKNOWN,
                                        "body.facility",
                                        "is not a facility of yours"))));
    }

    private Uni<Prepared> prepare(PartyId party, TransformationRequest request, NamedFacility where) {
        return lots.find(request.lots())
                .chain(found -> outbox.isPending(party, missing(request, found))
                        .chain(pending -> unusable(party, request, found, pending)
                                .<Uni<Prepared>>map(refusal -> Uni.createFrom().item(new Prepared.Impossible(refusal)))
                                .orElseGet(() -> assembled(request, where, Assembly.ordered(request, found)))));
    }

    private static List<LotId> missing(TransformationRequest request, Map<LotId, BookedLot> found) {
        return request.lots().stream().filter(lot -> !found.containsKey(lot)).toList();
    }

    private static Optional<Refused> unusable(
            PartyId party, TransformationRequest request, Map<LotId, BookedLot> found, boolean pending) {
        for (int i = 0; i < request.inputs().size(); i++) {
            BookedLot lot = found.get(request.inputs().get(i).lot());
            Optional<Refused> refusal = Usable.refusal(lot, party, pending, "body.inputs[" + i + "].lot");
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    private Uni<Prepared> assembled(TransformationRequest request, NamedFacility where, List<BookedLot> inputs) {
        Operators operators = new Operators(() -> Salt.of(ids.random(Salt.LENGTH)));
        return reliance.of(request.inputs())
                .chain(relied -> profiles.find(Assembly.named(inputs))
                        .map(named -> new Assembly(request, where, inputs, named, relied)
                                .prepare(operators, () -> new LotId(ids.next()))));
    }

    /** What was booked as a loss by the transformation of an outcome; unknown until it is recorded. */
    public Uni<Optional<List<BookedLoss>>> losses(Outcome outcome) {
        return outcome instanceof Outcome.Recorded recorded
                ? losses.of(recorded.where().index()).map(Optional::of)
                : Uni.createFrom().item(Optional.empty());
    }

    /** The transformation, if the actor stated it or one did as whom it may look, and it was accepted. */
    public Uni<Optional<JsonObject>> find(Actor actor, Optional<PartyId> as, StatementId id) {
        return sight.views(actor, as).chain(views -> {
            List<PartyId> parties = views.stream().map(Viewpoint::party).toList();
            return Sql.query(pool, MADE, Sql.ids(parties), id)
                    .chain(rows -> shown(rows, views)
                            .map(made -> losses.of(made.index()).map(lost -> Optional.of(made.answer(lost))))
                            .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
        });
    }

    private record Made(long index, Instant recorded, LotsTransformed body) {

        JsonObject answer(List<BookedLoss> losses) {
            return Happened.of(body, Optional.of(recorded)).added(TransformationAnswer.of(body, Optional.of(losses)));
        }
    }

    /** Shown whole or not at all: a grant for some lots shows a transformation of these alone. */
    private static Optional<Made> shown(RowSet<Row> rows, List<Viewpoint> views) {
        for (Row row : rows) {
            LotsTransformed body =
                    (LotsTransformed) Statement.parse(Sql.bytes(row, "bytes")).body();
            Made made = new Made(row.getLong("log_index"), Sql.instant(row, "entry_time"), body);
            List<LotId> touched = new ArrayList<>(made.body().creates());
            made.body().spends().forEach(spent -> touched.add(spent.lot()));
            boolean visible = views.stream()
                    .anyMatch(view -> view.party().equals(Sql.party(row, "actor"))
                            && view.shows(made.index())
                            && view.showsAll(touched));
            if (visible) {
                return Optional.of(made);
            }
        }
        return Optional.empty();
    }
}

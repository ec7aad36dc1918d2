package io.lodestone.lots.correction.app;

import io.lodestone.evidence.acceptance.Refusal;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.Salt;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.StatementId;
import io.lodestone.kit.actor.Actor;
import io.lodestone.kit.ids.Ids;
import io.lodestone.lots.access.Seen;
import io.lodestone.lots.access.app.Sight;
import io.lodestone.lots.correction.CorrectionAssembly;
import io.lodestone.lots.correction.CorrectionRequest;
import io.lodestone.lots.correction.CorrectionState;
import io.lodestone.lots.correction.store.CorrectionReads;
import io.lodestone.lots.feed.app.Feed;
import io.lodestone.lots.lot.BookedLot;
import io.lodestone.lots.lot.LotQuery;
import io.lodestone.lots.lot.store.LotReads;
import io.lodestone.lots.outbox.Operators;
import io.lodestone.lots.outbox.Outcome;
import io.lodestone.lots.outbox.Prepared;
import io.lodestone.lots.outbox.Request;
import io.lodestone.lots.outbox.app.Submissions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** States corrections and shows how far they have come. */
@Singleton
public class Corrections {

    private static final int PAGE = 100;

    private final Submissions submissions;
    private final CorrectionReads reads;
    private final LotReads lots;
    private final Sight sight;
    private final Feed feed;
    private final Ids ids;

    @Inject
    Corrections(Submissions submissions, CorrectionReads reads, LotReads lots, Sight sight, Feed feed, Ids ids) {
        this.submissions = submissions;
        this.reads = reads;
        this.lots = lots;
        this.sight = sight;
        this.feed = feed;
        this.ids = ids;
    }

    public Uni<Outcome> correct(Actor actor, Request<CorrectionRequest> request) {
        return submissions.submit(actor, request, () -> prepare(actor.party(), request.value()));
    }

    private Uni<Prepared> prepare(PartyId party, CorrectionRequest request) {
        Uni<Optional<Statement>> corrected = request.statement()
                .map(id -> reads.stated(party, id))
                .orElseGet(() -> reads.making(party, request.lot().orElseThrow()));
        return corrected.map(found -> found.map(statement -> CorrectionAssembly.prepare(
                        request, statement, new Operators(() -> Salt.of(ids.random(Salt.LENGTH)))))
                .orElseGet(() -> Prepared.impossible(
                        Refusal.Code.STATEMENT_UNKNOWN,
                        "body.corrects",
                        "is not a registration or transformation of yours")));
    }

    public Uni<Optional<CorrectionState>> find(PartyId party, long index, Optional<StatementId> statement) {
        return feed.current().chain(here -> reads.find(party, index, statement));
    }

    /** Corrections that the party made, or that touched a lot it has. */
    public Uni<JsonObject> page(PartyId party, long before) {
        return feed.current().chain(here -> reads.page(party, before, PAGE + 1)).map(found -> {
            List<CorrectionState> page = found.subList(0, Math.min(PAGE, found.size()));
            Optional<Long> next =
                    found.size() > PAGE ? Optional.of(page.get(PAGE - 1).index()) : Optional.empty();
            return Json.object()
                    .put("items", page, CorrectionState::json)
                    .putWire("next", next)
                    .build();
        });
    }

    /** The party's own lots among those that a correction touched. */
    public Uni<JsonObject> lots(PartyId party, CorrectionState correction, Optional<LotId> after) {
        return reads.lots(party, correction.index(), after, PAGE + 1).map(found -> {
            List<JsonObject> page = found.subList(0, Math.min(PAGE, found.size()));
            Optional<String> next = found.size() > PAGE
                    ? Optional.of(((Json.JsonString)
                                            page.get(PAGE - 1).members().get("lot"))
                                    .text())
                            .map(lot -> LotQuery.cursor(LotId.parse(lot)))
                    : Optional.empty();
            return Json.object()
                    .put("items", Json.array(page))
                    .putWire("next", next)
                    .build();
        });
    }

    /** What a lot was before corrections, for whom it may be shown to as it stands now. */
    public Uni<Optional<JsonObject>> versions(Actor viewer, Optional<PartyId> as, LotId lot) {
        return feed.current()
                .chain(here -> sight.of(viewer, as, lot))
                .chain(seen -> lots.find(lot)
                        .chain(found -> found.filter(booked -> seen.filter(Seen::current)
                                        .filter(view -> booked.isOf(view.party()))
                                        .isPresent())
                                .map(booked -> versions(booked).map(Optional::of))
                                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))));
    }

    private Uni<JsonObject> versions(BookedLot booked) {
        return reads.superseded(booked.lot())
                .map(items -> Json.object()
                        .put("items", Json.array(items))
                        .putWire("lot", booked.lot())
                        .put("lotVersion", booked.version())
                        .put("stale", booked.stale())
                        .build());
    }
}

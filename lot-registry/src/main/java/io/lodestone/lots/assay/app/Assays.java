package io.lodestone.lots.assay.app;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.Annex;
import io.lodestone.evidence.statement.AssayId;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.Salt;
import io.lodestone.kit.actor.Actor;
import io.lodestone.kit.ids.Ids;
import io.lodestone.lots.assay.AssayRequest;
import io.lodestone.lots.custody.Disposition.Refused;
import io.lodestone.lots.lot.BookedLot;
import io.lodestone.lots.lot.Usable;
import io.lodestone.lots.lot.store.LotReads;
import io.lodestone.lots.outbox.Outcome;
import io.lodestone.lots.outbox.Prepared;
import io.lodestone.lots.outbox.Request;
import io.lodestone.lots.outbox.app.Submissions;
import io.lodestone.lots.outbox.store.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Records assays of lots. */
@Singleton
public class Assays {

    private final Submissions submissions;
    private final LotReads lots;
    private final Outbox outbox;
    private final Ids ids;

    @Inject
    Assays(Submissions submissions, LotReads lots, Outbox outbox, Ids ids) {
        this.submissions = submissions;
        this.lots = lots;
        this.outbox = outbox;
        this.ids = ids;
    }

    public Uni<Outcome> record(Actor actor, LotId lot, Request<AssayRequest> request) {
        PartyId party = actor.party();
        return submissions.submit(
                actor,
                request,
                () -> lots.find(lot)
                        .chain(found -> outbox.isPending(party, List.of(lot))
                                .map(pending -> prepared(party, found, pending, request.value()))));
    }

    private Prepared prepared(PartyId party, Optional<BookedLot> found, boolean pending, AssayRequest request) {
        Optional<Refused> refusal = Usable.refusal(found.orElse(null), party, pending, "body.lot");
        if (refusal.isPresent()) {
            return new Prepared.Impossible(refusal.get());
        }
        BookedLot lot = found.orElseThrow();
        Optional<Annex> laboratory =
                request.laboratoryName().map(name -> Annex.name("laboratory", name, Salt.of(ids.random(Salt.LENGTH))));
        Optional<Digest> digest = laboratory.map(Annex::digest);
        return new Prepared.Ready(
                request.body(new AssayId(ids.next()), new LotVersion(lot.lot(), lot.version()), digest),
                laboratory.stream().toList());
    }
}

package io.lodestone.lots.assay.app;

import io.lodestone.evidence.statement.AssayId;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.Salt;
import io.lodestone.kit.actor.Actor;
import io.lodestone.kit.ids.Ids;
import io.lodestone.lots.assay.AssayRequest;
import io.lodestone.lots.lot.store.LotReads;
import io.lodestone.lots.outbox.Outcome;
import io.lodestone.lots.outbox.Request;
import io.lodestone.lots.outbox.app.Submissions;
import io.lodestone.lots.outbox.store.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

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
                                .map(pending -> request.value()
                                        .prepare(
                                                party,
                                                found.orElse(null),
                                                pending,
                                                new AssayId(ids.next()),
                                                () -> Salt.of(ids.random(Salt.LENGTH))))));
    }
}

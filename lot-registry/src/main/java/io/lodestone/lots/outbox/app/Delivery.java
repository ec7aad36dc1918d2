package io.lodestone.lots.outbox.app;

import io.lodestone.evidence.statement.Statement;
import io.lodestone.kit.problem.LedgerProblem;
import io.lodestone.lots.custody.Custody;
import io.lodestone.lots.custody.Disposition;
import io.lodestone.lots.outbox.Inputs;
import io.lodestone.lots.outbox.Kept;
import io.lodestone.lots.outbox.store.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Sends one kept statement and keeps the decision. Sending twice is harmless: the decision is stored under its id. */
@Singleton
public class Delivery {

    private static final Logger LOG = Logger.getLogger(Delivery.class);

    private final Custody custody;
    private final Outbox outbox;
    private final Clock clock;
    private final RefusalListener refusals;

    @Inject
    Delivery(Custody custody, Outbox outbox, Clock clock, RefusalListener refusals) {
        this.custody = custody;
        this.outbox = outbox;
        this.clock = clock;
        this.refusals = refusals;
    }

    /** The statement with its decision; still queued where the custody service is away. */
    public Uni<Kept> deliver(Kept kept) {
        if (!(kept.disposition() instanceof Disposition.Queued)) {
            return Uni.createFrom().item(kept);
        }
        return custody.decide(kept.statement(), kept.annexes())
                .chain(decision -> outbox.decide(kept.statement(), decision)
                        .chain(() -> told(kept.statement(), decision))
                        .replaceWith(kept.decided(decision)))
                .onFailure(LedgerProblem.class)
                .recoverWithUni(away -> later(kept, away));
    }

    private Uni<Void> told(Statement statement, Disposition decision) {
        return decision instanceof Disposition.Refused refused
                ? refusals.refused(statement.actor(), statement.id(), Inputs.of(statement.body()), refused)
                : Uni.createFrom().voidItem();
    }

    private Uni<Kept> later(Kept kept, Throwable away) {
        LOG.infof("statement %s stays queued: %s", kept.statement().id(), away.getMessage());
        return outbox.release(kept.statement(), clock.instant()).replaceWith(kept);
    }
}

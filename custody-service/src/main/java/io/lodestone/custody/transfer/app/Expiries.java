package io.lodestone.custody.transfer.app;

import io.lodestone.custody.log.app.LogSettings;
import io.lodestone.custody.log.app.LogState;
import io.lodestone.custody.statement.Outcome;
import io.lodestone.custody.statement.Submission;
import io.lodestone.custody.statement.app.Sequencer;
import io.lodestone.evidence.acceptance.Transfer;
import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.Salt;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.StatementId;
import io.lodestone.evidence.statement.TransferExpired;
import io.lodestone.evidence.statement.Uuid7;
import io.lodestone.kit.ids.Ids;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Closes offers that nobody answered in time, as the registrar. Any number of instances may do so at once: the id of the
 * statement follows from what it says, so the second finds it decided, and the log refuses one that comes too late.
 */
@Singleton
public class Expiries {

    private static final Logger LOG = Logger.getLogger(Expiries.class);

    /** What one round closes; the next one goes on. */
    static final int ROUND = 100;

    private final OverdueOffers overdue;
    private final OpenOffers offers;
    private final Sequencer sequencer;
    private final LogSettings log;
    private final LogState state;
    private final Ids ids;
    private final Clock clock;

    @Inject
    Expiries(
            OverdueOffers overdue,
            OpenOffers offers,
            Sequencer sequencer,
            LogSettings log,
            LogState state,
            Ids ids,
            Clock clock) {
        this.overdue = overdue;
        this.offers = offers;
        this.sequencer = sequencer;
        this.log = log;
        this.state = state;
        this.ids = ids;
        this.clock = clock;
    }

    @Scheduled(
            every = "${lodestone.transfer.expiry-every}",
            concurrentExecution = ConcurrentExecution.SKIP,
            identity = "expiries")
    Uni<Void> run() {
        return state.begun() && state.stopped().isEmpty()
                ? round().onFailure()
                        .invoke(failure -> LOG.warn("offers are closed another time", failure))
                        .onFailure()
                        .recoverWithItem(0L)
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    /** How many offers it closed. */
    public Uni<Long> round() {
        Instant now = clock.instant();
        return overdue.registrar()
                .chain(registrar -> registrar
                        .map(operator -> overdue.at(now, ROUND)
                                .chain(due -> Multi.createFrom()
                                        .iterable(due)
                                        .onItem()
                                        .transformToUniAndConcatenate(offer -> close(operator, offer))
                                        .filter(Outcome.Accepted.class::isInstance)
                                        .collect()
                                        .with(java.util.stream.Collectors.counting())))
                        .orElseGet(() -> Uni.createFrom().item(0L)));
    }

    private Uni<Outcome> close(PartyId registrar, Transfer offer) {
        return offers.onOffer(offer).chain(lots -> sequencer.submit(statement(registrar, offer, lots)));
    }

    private Submission statement(PartyId registrar, Transfer offer, List<LotVersion> lots) {
        TransferExpired body = new TransferExpired(offer.transfer(), lots);
        Digest said = Digest.sha256(CanonicalJson.bytes(body.json()));
        StatementId id = new StatementId(
                Uuid7.of(offer.expires().orElseThrow().toEpochMilli(), Arrays.copyOf(said.bytes(), 10)));
        Salt salt = Salt.of(ids.random(Salt.LENGTH));
        Statement statement = new Statement(registrar, List.of(), body, id, log.origin(), salt, clock.instant());
        return new Submission(Statement.read(statement.json()), List.of());
    }
}

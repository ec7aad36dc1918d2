package io.lodestone.custody.sweep.app;

import io.lodestone.custody.log.app.LogKey;
import io.lodestone.custody.log.app.LogSettings;
import io.lodestone.custody.statement.Outcome;
import io.lodestone.custody.statement.Submission;
import io.lodestone.custody.statement.app.Sequencer;
import io.lodestone.custody.sweep.Sweep;
import io.lodestone.custody.sweep.Sweep.Ended;
import io.lodestone.evidence.checkpoint.NoteVerification.Verified;
import io.lodestone.evidence.checkpoint.SignedNote;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.LogSwept;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.Salt;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.StatementId;
import io.lodestone.kit.ids.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * States in the log how a sweep came out, as the registrar. The statement has the sweep's id, so any number of instances
 * state it once.
 */
@Singleton
public class LoggedSweeps {

    private static final Logger LOG = Logger.getLogger(LoggedSweeps.class);

    private final SweepStore store;
    private final LogKey key;
    private final Sequencer sequencer;
    private final LogSettings log;
    private final Ids ids;
    private final Clock clock;

    @Inject
    LoggedSweeps(SweepStore store, LogKey key, Sequencer sequencer, LogSettings log, Ids ids, Clock clock) {
        this.store = store;
        this.key = key;
        this.sequencer = sequencer;
        this.log = log;
        this.ids = ids;
        this.clock = clock;
    }

    /** Does nothing for one that is logged already, or before the log has a registrar. */
    public Uni<Void> state(Sweep sweep, Ended ended) {
        if (ended.logged().isPresent()) {
            return Uni.createFrom().voidItem();
        }
        if (!(SignedNote.open(ended.report(), List.of(key.verifier())) instanceof Verified<SignedNote>)) {
            LOG.errorf("sweep %s is not logged: its report is not one that this log has signed", sweep.id());
            return Uni.createFrom().voidItem();
        }
        return store.registrar()
                .chain(registrar -> registrar
                        .map(operator -> sequencer
                                .submit(statement(operator, sweep, ended))
                                .invoke(outcome -> heed(sweep, outcome))
                                .replaceWithVoid())
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private static void heed(Sweep sweep, Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            LOG.errorf(
                    "sweep %s is not logged: %s", sweep.id(), refused.refusal().code());
        }
    }

    private Submission statement(PartyId registrar, Sweep sweep, Ended ended) {
        LogSwept body = new LogSwept(
                sweep.found(),
                Digest.sha256(ended.report().getBytes(StandardCharsets.UTF_8)),
                sweep.position().root(),
                sweep.position().next());
        Statement statement = new Statement(
                registrar,
                List.of(),
                body,
                new StatementId(sweep.id().value()),
                log.origin(),
                Salt.of(ids.random(Salt.LENGTH)),
                clock.instant());
        return new Submission(Statement.read(statement.json()), List.of());
    }
}

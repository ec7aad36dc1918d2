package io.lodestone.custody.witness.app;

import io.lodestone.custody.log.Published;
import io.lodestone.custody.log.app.CosignedHead;
import io.lodestone.custody.log.app.LogKey;
import io.lodestone.custody.log.app.LogState;
import io.lodestone.custody.log.app.LogStore;
import io.lodestone.custody.witness.Heard.Cosigned;
import io.lodestone.custody.witness.app.Cosigning.Round;
import io.lodestone.evidence.checkpoint.Checkpoint;
import io.lodestone.evidence.checkpoint.SignedNote;
import io.lodestone.evidence.statement.Uuid7;
import io.lodestone.evidence.witness.PolicyVerdict.Met;
import io.lodestone.evidence.witness.TlogPolicy;
import io.lodestone.kit.ids.Ids;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Asks the witnesses again and again, one round at a time and by one instance, and finds what a quorum has cosigned. */
@Singleton
public class CosigningJob {

    private static final Logger LOG = Logger.getLogger(CosigningJob.class);

    /** A round asks a witness twice at most; an instance that dies leaves its turn to another after this. */
    private static final Duration TURN = Duration.ofSeconds(15);

    /** How many checkpoints are looked at for one that has its quorum. */
    private static final int RECENT = 16;

    private final WitnessSettings settings;
    private final CosignatureStore store;
    private final LogStore log;
    private final LogKey key;
    private final LogState state;
    private final CosignedHead head;
    private final Cosigning cosigning;
    private final Clock clock;
    private final Uuid7 instance;

    @Inject
    public CosigningJob(
            WitnessSettings settings,
            CosignatureStore store,
            LogStore log,
            LogKey key,
            LogState state,
            CosignedHead head,
            WitnessClient client,
            WitnessStates states,
            Clock clock,
            Ids ids) {
        this.settings = settings;
        this.store = store;
        this.log = log;
        this.key = key;
        this.state = state;
        this.head = head;
        this.cosigning = new Cosigning(log, client, states);
        this.clock = clock;
        this.instance = ids.next();
    }

    @Scheduled(
            every = "${lodestone.witness.every}",
            concurrentExecution = ConcurrentExecution.SKIP,
            identity = "witnesses")
    Uni<Void> run() {
        boolean idle =
                settings.policy().isEmpty() || !state.begun() || state.stopped().isPresent();
        return idle
                ? Uni.createFrom().voidItem()
                : round().onFailure()
                        .invoke(failure -> LOG.warn("the witnesses are asked another time", failure))
                        .onFailure()
                        .recoverWithNull()
                        .replaceWithVoid();
    }

    /** Asks where it is this instance's turn, and takes note of what was cosigned, by whichever instance asked. */
    public Uni<Void> round() {
        Instant now = clock.instant();
        head.witnesses(settings.witnesses().size());
        return store.turn(instance, now, now.plus(TURN))
                .chain(mine -> mine ? ask() : Uni.createFrom().voidItem())
                .chain(() -> store.recent(RECENT))
                .invoke(this::look)
                .replaceWithVoid();
    }

    private Uni<Void> ask() {
        List<String> keys = settings.witnesses().stream()
                .map(witness -> witness.key().toString())
                .toList();
        return log.published()
                .chain(published -> store.last(keys)
                        .chain(last -> published
                                .flatMap(it -> Round.of(it, last))
                                .map(this::ask)
                                .orElseGet(() -> Uni.createFrom().voidItem())));
    }

    private Uni<Void> ask(Round round) {
        if (settings.witnesses().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Uni<Optional<Cosigned>>> each = settings.witnesses().stream()
                .map(witness -> cosigning.ask(witness, round))
                .toList();
        return Uni.join()
                .all(each)
                .andCollectFailures()
                .chain(answers -> store.keep(
                        round.size(),
                        answers.stream()
                                .flatMap(Optional::stream)
                                .map(Cosigned::cosignature)
                                .toList()));
    }

    private void look(List<String> notes) {
        TlogPolicy policy = settings.policy().orElseThrow();
        notes.stream()
                .map(SignedNote::parse)
                .filter(note -> policy.judge(note, key.verifier()) instanceof Met)
                .findFirst()
                .ifPresent(note -> head.know(published(note)));
    }

    private static Published published(SignedNote note) {
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        return new Published(checkpoint.size(), checkpoint.root(), Optional.of(note.toString()));
    }
}

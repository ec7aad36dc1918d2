package io.lodestone.custody.log.app;

import io.lodestone.custody.log.LogDisagreement;
import io.lodestone.custody.log.NextPublication;
import io.lodestone.custody.log.Published;
import io.lodestone.custody.log.TileMap;
import io.lodestone.custody.log.TileNeeds;
import io.lodestone.custody.log.app.LogStore.Session;
import io.lodestone.evidence.checkpoint.Checkpoint;
import io.lodestone.evidence.checkpoint.SignedNote;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.merkle.CorruptTreeException;
import io.lodestone.evidence.merkle.TreeSize;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Integrates what is sequenced into the tree and publishes it: tiles, proof against the checkpoint kept outside, that
 * file, then the commit that makes the new checkpoint visible. Instances take turns by the publication's row lock.
 */
@Singleton
public class Publisher {

    private static final Logger LOG = Logger.getLogger(Publisher.class);
    private static final Duration PAUSE = Duration.ofMillis(100);

    /** Leaves integrated at once: a transaction of well under a second. */
    private static final long MAX_LEAVES = 32_768;

    private final LogStore store;
    private final LogSettings settings;
    private final LogKey key;
    private final OutsideCheckpoint outside;
    private final LogState state;
    private final PublishMetrics metrics;
    private volatile boolean closed;

    @Inject
    public Publisher(
            LogStore store,
            LogSettings settings,
            LogKey key,
            OutsideCheckpoint outside,
            LogState state,
            PublishMetrics metrics) {
        this.store = store;
        this.settings = settings;
        this.key = key;
        this.outside = outside;
        this.state = state;
        this.metrics = metrics;
    }

    /** The loop; the scheduler begins it again should it ever end. */
    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP, identity = "publisher")
    Uni<Void> run() {
        return Uni.createFrom()
                .deferred(this::tick)
                .onItem()
                .delayIt()
                .by(PAUSE)
                .repeat()
                .until(going -> !going)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Boolean> tick() {
        if (closed || !state.begun() || state.stopped().isPresent()) {
            return Uni.createFrom().item(false);
        }
        return store.lag()
                .invoke(metrics::observe)
                .chain(lag -> lag.entries() > 0 ? publish() : Uni.createFrom().voidItem())
                .onItemOrFailure()
                .transform((ignored, failure) -> judge(failure));
    }

    private boolean judge(@org.jspecify.annotations.Nullable Throwable failure) {
        if (failure instanceof LogDisagreement || failure instanceof CorruptTreeException) {
            state.stop(failure.getMessage());
            return false;
        }
        if (failure != null) {
            LOG.warn("publishing failed and is tried again", failure);
        }
        return true;
    }

    /** Publishes once; fails with {@link LogDisagreement} and has then signed nothing. */
    public Uni<Void> publish() {
        return store.transaction(this::inTurn);
    }

    private Uni<Void> inTurn(Session db) {
        return db.lockPublished()
                .chain(before -> db.head()
                        .map(head -> head.map(h -> new TreeSize(h.size())).orElse(before.size()))
                        .chain(sequenced -> grow(db, before, sequenced)));
    }

    private Uni<Void> grow(Session db, Published before, TreeSize sequenced) {
        if (sequenced.equals(before.size())) {
            return Uni.createFrom().voidItem();
        }
        TreeSize target = new TreeSize(Math.min(sequenced.value(), before.size().value() + MAX_LEAVES));
        return outside().chain(kept -> {
            TreeSize known = kept.map(Checkpoint::size).orElse(before.size());
            TileNeeds needs = new TileNeeds().edgeOf(before.size()).edgeOf(known);
            return db.tiles(needs)
                    .chain(tiles -> db.leaves(before.size(), target)
                            .emitOn(Infrastructure.getDefaultWorkerPool())
                            .chain(leaves -> publish(db, before, tiles, leaves, kept)));
        });
    }

    private Uni<Optional<Checkpoint>> outside() {
        return Uni.createFrom().item(outside::read).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Uni<Void> publish(
            Session db, Published before, TileMap tiles, List<Digest> leaves, Optional<Checkpoint> kept) {
        NextPublication next = NextPublication.of(settings.origin(), before, tiles, leaves, kept);
        SignedNote note = key.sign(next.checkpoint());
        outside.write(next.checkpoint(), note);
        return db.publish(next, note.toString());
    }

    void onStop(@Observes ShutdownEvent event) {
        closed = true;
    }
}

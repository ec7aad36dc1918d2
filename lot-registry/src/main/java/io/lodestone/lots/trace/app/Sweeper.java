package io.lodestone.lots.trace.app;

import io.lodestone.lots.trace.store.WalkRows;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Forgets walks that nobody has asked for in an hour; their cursors are then not found. */
@Singleton
public class Sweeper {

    private static final Logger LOG = Logger.getLogger(Sweeper.class);

    private static final Duration KEPT = Duration.ofHours(1);

    /** Walks at a time: each may have a million rows. */
    private static final int BATCH = 8;

    private final WalkRows walks;
    private final Clock clock;

    @Inject
    Sweeper(WalkRows walks, Clock clock) {
        this.walks = walks;
        this.clock = clock;
    }

    @Scheduled(every = "${lodestone.trace.sweep-every:1m}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return sweep(clock.instant())
                .onFailure()
                .invoke(failure -> LOG.warn("old traces were not swept and will be again", failure))
                .replaceWithVoid();
    }

    /** Says how many it forgot. */
    public Uni<Integer> sweep(Instant now) {
        return walks.sweep(now.minus(KEPT), BATCH);
    }
}

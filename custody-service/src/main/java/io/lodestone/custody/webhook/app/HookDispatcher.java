package io.lodestone.custody.webhook.app;

import io.lodestone.custody.log.app.LogState;
import io.lodestone.custody.webhook.Attempted;
import io.lodestone.custody.webhook.Backoff;
import io.lodestone.custody.webhook.Outgoing;
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

/** Follows the log, and delivers what is due, again and again until it is taken or there were enough attempts. */
@Singleton
public class HookDispatcher {

    private static final Logger LOG = Logger.getLogger(HookDispatcher.class);

    /** One round. An instance that dies in it leaves its deliveries to others after the lease. */
    private static final int ROUND = 32;

    private static final int AT_ONCE = 8;
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final HookOutbox outbox;
    private final HookSender sender;
    private final LogState state;
    private final Clock clock;

    @Inject
    HookDispatcher(HookOutbox outbox, HookSender sender, LogState state, Clock clock) {
        this.outbox = outbox;
        this.sender = sender;
        this.state = state;
        this.clock = clock;
    }

    @Scheduled(
            every = "${lodestone.webhook.every}",
            concurrentExecution = ConcurrentExecution.SKIP,
            identity = "webhooks")
    Uni<Void> run() {
        return state.begun()
                ? round().onFailure()
                        .invoke(failure -> LOG.warn("webhooks are delivered another time", failure))
                        .onFailure()
                        .recoverWithNull()
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    public Uni<Void> round() {
        Instant now = clock.instant();
        return outbox.follow(now)
                .chain(() -> outbox.take(now, now.plus(LEASE), ROUND))
                .chain(this::deliver);
    }

    private Uni<Void> deliver(List<Outgoing> due) {
        if (due.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Uni<Void>> each = due.stream().map(this::deliver).toList();
        return Uni.join()
                .all(each)
                .usingConcurrencyOf(AT_ONCE)
                .andCollectFailures()
                .replaceWithVoid();
    }

    private Uni<Void> deliver(Outgoing outgoing) {
        return sender.send(outgoing, clock.instant()).chain(attempted -> {
            Instant now = clock.instant();
            return outbox.settle(outgoing, attempted, now, next(outgoing, attempted, now));
        });
    }

    private static Optional<Instant> next(Outgoing outgoing, Attempted attempted, Instant now) {
        return attempted
                .failure()
                .flatMap(why -> Backoff.after(outgoing.attempts()))
                .map(now::plus);
    }
}

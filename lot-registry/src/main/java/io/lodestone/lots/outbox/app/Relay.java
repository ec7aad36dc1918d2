package io.lodestone.lots.outbox.app;

import io.lodestone.lots.custody.Disposition;
import io.lodestone.lots.feed.app.Feed;
import io.lodestone.lots.outbox.Kept;
import io.lodestone.lots.outbox.store.Outbox;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/** Finishes by itself what requests left unfinished, and reads the feed when nobody asks. */
@Singleton
public class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);

    /** Longer than one call to the custody service takes before it counts as away. */
    public static final Duration LEASE = Duration.ofSeconds(15);

    private static final int BATCH = 256;

    private final Outbox outbox;
    private final Delivery delivery;
    private final Feed feed;
    private final Clock clock;

    @Inject
    Relay(Outbox outbox, Delivery delivery, Feed feed, Clock clock) {
        this.outbox = outbox;
        this.delivery = delivery;
        this.feed = feed;
        this.clock = clock;
    }

    @Scheduled(every = "${lodestone.relay.every:1s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> relay() {
        return feed.current()
                .chain(here -> here ? sendDue() : Uni.createFrom().voidItem())
                .onFailure()
                .invoke(failure -> LOG.error("the relay stopped short and will start again", failure));
    }

    /** Sends what is due, round after round, until nothing is or the custody service has to be waited for. */
    public Uni<Void> sendDue() {
        Instant now = clock.instant();
        return outbox.lease(now, now.plus(LEASE), BATCH).chain(this::send);
    }

    private Uni<Void> send(List<Kept> due) {
        if (due.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return delivery.deliver(due).chain(sent -> {
            boolean all = sent.stream().noneMatch(kept -> kept.disposition() instanceof Disposition.Queued);
            return all && due.size() == BATCH ? sendDue() : feed.current().replaceWithVoid();
        });
    }
}

package io.lodestone.custody.sweep.app;

import io.lodestone.custody.log.app.LogKey;
import io.lodestone.custody.log.app.LogSettings;
import io.lodestone.custody.log.app.LogState;
import io.lodestone.custody.sweep.Finding;
import io.lodestone.custody.sweep.Sweep;
import io.lodestone.custody.sweep.SweepReport;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Works at the sweep that runs, one run of entries a transaction. A log whose last sweep found anything is stopped, here
 * and on every other instance: it rather is down than signs over what it cannot vouch for.
 */
@Singleton
public class Sweeper {

    private static final Logger LOG = Logger.getLogger(Sweeper.class);

    /** Between two runs, so that what is appended meanwhile comes first. */
    private static final Duration PAUSE = Duration.ofMillis(10);

    private final SweepStore store;
    private final Sweeps sweeps;
    private final SweepSteps steps;
    private final SweepMetrics metrics;
    private final LogSettings settings;
    private final LogKey key;
    private final LogState state;
    private final Clock clock;
    private final Duration interval;

    @Inject
    Sweeper(
            SweepStore store,
            Sweeps sweeps,
            SweepSteps steps,
            SweepMetrics metrics,
            LogSettings settings,
            LogKey key,
            LogState state,
            Clock clock,
            @ConfigProperty(name = "lodestone.sweep.interval") Duration interval) {
        this.store = store;
        this.sweeps = sweeps;
        this.steps = steps;
        this.metrics = metrics;
        this.settings = settings;
        this.key = key;
        this.state = state;
        this.clock = clock;
        this.interval = interval;
    }

    /** Begins one where the last is longer ago than the interval. */
    @Scheduled(
            every = "${lodestone.sweep.check-every}",
            concurrentExecution = ConcurrentExecution.SKIP,
            identity = "sweep-due")
    Uni<Void> due() {
        return state.begun() ? quietly(beginIfDue()) : Uni.createFrom().voidItem();
    }

    private Uni<Void> beginIfDue() {
        Instant before = clock.instant().minus(interval);
        return store.latest(1)
                .chain(latest ->
                        latest.stream().anyMatch(sweep -> sweep.started().isAfter(before))
                                ? Uni.createFrom().voidItem()
                                : sweeps.begin().replaceWithVoid());
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP, identity = "sweep")
    Uni<Void> run() {
        return state.begun() ? quietly(round()) : Uni.createFrom().voidItem();
    }

    /** Works until there is nothing to do here, and heeds what came of it. */
    Uni<Void> round() {
        return work().chain(this::lookAtLast);
    }

    private static Uni<Void> quietly(Uni<Void> work) {
        return work.onFailure()
                .invoke(failure -> LOG.warn("the sweep goes on another time", failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> work() {
        return Uni.createFrom()
                .deferred(this::step)
                .onItem()
                .delayIt()
                .by(PAUSE)
                .repeat()
                .until(more -> !more)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Boolean> step() {
        return store.work(session -> session.sweep().atEnd()
                        ? end(session).replaceWith(false)
                        : next(session).replaceWith(true))
                .map(more -> more.orElse(false));
    }

    private Uni<Void> next(SweepStore.Session session) {
        Sweep sweep = session.sweep();
        return steps.next(session.log(), sweep.position(), sweep.size())
                .chain(swept -> session.write(
                        sweep.moved(swept.position(), swept.findings().size()), swept.findings()));
    }

    private Uni<Void> end(SweepStore.Session session) {
        Sweep sweep = session.sweep();
        return steps.end(session.log(), sweep.position())
                .chain(more -> session.findings().chain(kept -> {
                    List<Finding> all = new ArrayList<>(kept);
                    all.addAll(more.subList(0, Math.max(0, Math.min(more.size(), Sweep.KEPT - kept.size()))));
                    Sweep whole = sweep.moved(sweep.position(), more.size());
                    return session.write(ended(whole, all), more);
                }));
    }

    private Sweep ended(Sweep sweep, List<Finding> findings) {
        Instant now = clock.instant();
        String text = SweepReport.text(SweepReport.json(settings.origin(), sweep, findings, now));
        return sweep.ended(now, key.sign(text).toString());
    }

    /** Stops the log where the last sweep that ended has found anything, whichever instance worked at it. */
    private Uni<Void> lookAtLast() {
        return store.latest(2)
                .invoke(latest -> latest.stream()
                        .filter(sweep -> sweep.ended().isPresent())
                        .findFirst()
                        .ifPresent(this::heed))
                .replaceWithVoid();
    }

    private void heed(Sweep last) {
        metrics.found(last.found());
        if (last.found() > 0) {
            state.stop("sweep " + last.id() + " found " + last.found() + " disagreements in the stored log");
        }
    }
}

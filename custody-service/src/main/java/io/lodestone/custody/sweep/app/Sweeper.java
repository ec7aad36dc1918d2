package io.lodestone.custody.sweep.app;

import io.lodestone.custody.log.app.LogKey;
import io.lodestone.custody.log.app.LogSettings;
import io.lodestone.custody.log.app.LogState;
import io.lodestone.custody.sweep.Finding;
import io.lodestone.custody.sweep.ReplayFault;
import io.lodestone.custody.sweep.Sweep;
import io.lodestone.custody.sweep.Sweep.Replayed;
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
import java.util.Optional;
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
    private final LoggedSweeps reports;
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
            LoggedSweeps reports,
            SweepMetrics metrics,
            LogSettings settings,
            LogKey key,
            LogState state,
            Clock clock,
            @ConfigProperty(name = "lodestone.sweep.interval") Duration interval) {
        this.store = store;
        this.sweeps = sweeps;
        this.steps = steps;
        this.reports = reports;
        this.metrics = metrics;
        this.settings = settings;
        this.key = key;
        this.state = state;
        this.clock = clock;
        this.interval = interval;
    }

    /** Begins one where the last, or entry 0, is longer ago than the interval. */
    @Scheduled(
            every = "${lodestone.sweep.check-every}",
            concurrentExecution = ConcurrentExecution.SKIP,
            identity = "sweep-due")
    Uni<Void> due() {
        return state.begun() ? quietly(beginIfDue()) : Uni.createFrom().voidItem();
    }

    private Uni<Void> beginIfDue() {
        Instant before = clock.instant().minus(interval);
        return store.lastBegun()
                .chain(last -> last.filter(before::isAfter).isPresent()
                        ? sweeps.begin().replaceWithVoid()
                        : Uni.createFrom().voidItem());
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

    /** What is there to do next. */
    private enum Next {
        STEP,
        REPLAY,
        NOTHING
    }

    private Uni<Boolean> step() {
        return store.work(this::log)
                .map(next -> next.orElse(Next.NOTHING))
                .chain(next -> next == Next.REPLAY ? replay() : Uni.createFrom().item(next == Next.STEP));
    }

    private Uni<Next> log(SweepStore.Session session) {
        if (!session.sweep().atEnd()) {
            return next(session).replaceWith(Next.STEP);
        }
        return session.sweep().replayed().done()
                ? end(session).replaceWith(Next.NOTHING)
                : Uni.createFrom().item(Next.REPLAY);
    }

    private Uni<Boolean> replay() {
        return store.moment(this::replay)
                .map(Optional::isPresent)
                .onFailure(ReplayFault.class)
                .recoverWithUni(fault ->
                        store.work(session -> cannotReplay(session, fault)).map(Optional::isPresent));
    }

    private Uni<Boolean> replay(SweepStore.Session session) {
        Sweep sweep = session.sweep();
        return session.projections()
                .step(sweep.id(), settings.origin())
                .chain(step -> session.write(
                        sweep.replayed(
                                new Replayed(step.replayed(), step.done()),
                                step.findings().size()),
                        step.findings()))
                .replaceWith(true);
    }

    /** No reason to try for ever: what was found until then is reported. */
    private static Uni<Boolean> cannotReplay(SweepStore.Session session, Throwable fault) {
        LOG.error("a sweep cannot replay the log", fault);
        Sweep sweep = session.sweep();
        Finding finding = Finding.of(
                "statement",
                "bytes",
                "from entry " + sweep.replayed().entries()
                        + " on, what follows from the statements cannot be computed");
        return session.write(sweep.replayed(new Replayed(sweep.replayed().entries(), true), 1), List.of(finding))
                .replaceWith(true);
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
                .chain(latest -> latest.stream()
                        .filter(sweep -> sweep.ended().isPresent())
                        .findFirst()
                        .map(last -> logged(last).invoke(() -> heed(last)))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    /** First the report is logged, for a log that is stopped takes nothing; where that fails, it is stopped without. */
    private Uni<Void> logged(Sweep last) {
        if (state.stopped().isPresent()) {
            return Uni.createFrom().voidItem();
        }
        return reports.state(last, last.ended().orElseThrow())
                .onFailure()
                .invoke(failure -> LOG.warn("a sweep is logged another time", failure))
                .onFailure()
                .recoverWithNull();
    }

    private void heed(Sweep last) {
        metrics.found(last.found());
        if (last.found() > 0) {
            state.stop("sweep " + last.id() + " found " + last.found() + " disagreements in the stored log");
        }
    }
}

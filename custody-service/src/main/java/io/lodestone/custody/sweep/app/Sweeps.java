package io.lodestone.custody.sweep.app;

import io.lodestone.custody.log.LogDisagreement;
import io.lodestone.custody.log.app.LogStore;
import io.lodestone.custody.log.app.LogStore.Session;
import io.lodestone.custody.log.app.OutsideCheckpoint;
import io.lodestone.custody.sweep.Finding;
import io.lodestone.custody.sweep.Position;
import io.lodestone.custody.sweep.Sweep;
import io.lodestone.custody.sweep.Sweep.Replayed;
import io.lodestone.custody.sweep.SweepId;
import io.lodestone.evidence.checkpoint.Checkpoint;
import io.lodestone.evidence.merkle.TreeSize;
import io.lodestone.kit.ids.Ids;
import io.lodestone.kit.problem.KitProblem;
import io.lodestone.kit.problem.LedgerProblem;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Begins sweeps and shows them. A sweep goes through all that any checkpoint covers, also the one kept outside; of what
 * the database says is published, no further than it has entries.
 */
@Singleton
public class Sweeps {

    private static final int LISTED = 50;

    private final SweepStore store;
    private final LogStore log;
    private final OutsideCheckpoint outside;
    private final Ids ids;
    private final Clock clock;

    @Inject
    Sweeps(SweepStore store, LogStore log, OutsideCheckpoint outside, Ids ids, Clock clock) {
        this.store = store;
        this.log = log;
        this.outside = outside;
        this.ids = ids;
        this.clock = clock;
    }

    /** A sweep with the first of what it found. */
    public record Shown(Sweep sweep, List<Finding> findings) {}

    /** Begins one, or returns the one that runs. */
    public Uni<Sweep> begin() {
        return log.transaction(this::size)
                .chain(size -> store.begin(new Sweep(
                        new SweepId(ids.next()),
                        clock.instant(),
                        size,
                        Position.START,
                        Replayed.NOTHING,
                        0,
                        Optional.empty())));
    }

    private Uni<Long> size(Session db) {
        return db.lockPublished()
                .chain(published ->
                        store.entries().map(stored -> Math.min(published.size().value(), stored)))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(published -> Math.max(published, kept()));
    }

    /** What cannot be read is a finding in the end, and no reason not to look for others. */
    private long kept() {
        try {
            return outside.read().map(Checkpoint::size).orElse(TreeSize.ZERO).value();
        } catch (LogDisagreement e) {
            return 0;
        }
    }

    public Uni<List<Sweep>> latest() {
        return store.latest(LISTED);
    }

    public Uni<Shown> find(SweepId id) {
        return store.find(id)
                .map(found ->
                        found.orElseThrow(() -> new LedgerProblem(KitProblem.NOT_FOUND, "There was no such sweep.")))
                .chain(sweep -> store.findings(sweep.id(), Sweep.KEPT).map(findings -> new Shown(sweep, findings)));
    }
}

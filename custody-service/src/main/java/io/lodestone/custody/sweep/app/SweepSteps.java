package io.lodestone.custody.sweep.app;

import io.lodestone.custody.log.LogDisagreement;
import io.lodestone.custody.log.app.LogKey;
import io.lodestone.custody.log.app.OutsideCheckpoint;
import io.lodestone.custody.sweep.EndCheck;
import io.lodestone.custody.sweep.EntrySweep;
import io.lodestone.custody.sweep.EntrySweep.Swept;
import io.lodestone.custody.sweep.Finding;
import io.lodestone.custody.sweep.Position;
import io.lodestone.evidence.checkpoint.Checkpoint;
import io.lodestone.evidence.merkle.TreeSize;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The steps of a sweep: runs of entries, and then the end of the log. Each reads little and holds nothing back. */
@Singleton
public class SweepSteps {

    /** As many entries as a tile has. */
    private static final int RUN = 256;

    private final LogKey key;
    private final OutsideCheckpoint outside;

    @Inject
    public SweepSteps(LogKey key, OutsideCheckpoint outside) {
        this.key = key;
        this.outside = outside;
    }

    /** The next run of entries of a log of this size. */
    public Uni<Swept> next(LogReader log, Position from, long size) {
        return log.until(from.next(), Math.min(size, from.next() + RUN))
                .chain(until -> log.rows(from.next(), until)
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .map(rows -> EntrySweep.run(key.verifier(), from, until, rows)));
    }

    /** What the end of the log disagrees with, once all entries are through. */
    public Uni<List<Finding>> end(LogReader log, Position swept) {
        TreeSize size = new TreeSize(swept.next());
        return log.hold().emitOn(Infrastructure.getDefaultWorkerPool()).chain(() -> {
            List<Finding> findings = new ArrayList<>();
            Optional<Checkpoint> kept = kept(findings);
            List<TreeSize> sizes = new ArrayList<>(List.of(size));
            kept.map(Checkpoint::size).ifPresent(sizes::add);
            TreeSize outermost = kept.map(Checkpoint::size).orElse(TreeSize.ZERO);
            return log.end(sizes, outermost)
                    .emitOn(Infrastructure.getDefaultWorkerPool())
                    .map(end -> {
                        findings.addAll(EndCheck.of(key.verifier(), swept, end, kept));
                        return findings;
                    });
        });
    }

    private Optional<Checkpoint> kept(List<Finding> findings) {
        try {
            return outside.read();
        } catch (LogDisagreement e) {
            findings.add(Finding.of("checkpoint", "outside", e.getMessage()));
            return Optional.empty();
        }
    }
}

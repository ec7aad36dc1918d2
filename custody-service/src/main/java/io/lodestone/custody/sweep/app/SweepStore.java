package io.lodestone.custody.sweep.app;

import io.lodestone.custody.sweep.Finding;
import io.lodestone.custody.sweep.ReplayFault;
import io.lodestone.custody.sweep.Sweep;
import io.lodestone.custody.sweep.SweepId;
import io.lodestone.evidence.statement.PartyId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Sweeps and their findings. */
public interface SweepStore {

    /** One transaction that holds the running sweep. */
    interface Session {

        Sweep sweep();

        LogReader log();

        /** Only in {@link SweepStore#moment}. */
        Projections projections();

        Uni<List<Finding>> findings();

        /** Writes how far the sweep has come, with what it has found since. */
        Uni<Void> write(Sweep moved, List<Finding> more);
    }

    /** Who states how sweeps came out; empty before the log's first party. */
    Uni<Optional<PartyId>> registrar();

    /** How many entries are stored, whatever the head row says. */
    Uni<Long> entries();

    /** When the last sweep began, or the log itself where it was never swept; empty before entry 0. */
    Uni<Optional<Instant>> lastBegun();

    /** Begins a sweep, or returns the one that runs. */
    Uni<Sweep> begin(Sweep sweep);

    Uni<Optional<Sweep>> find(SweepId id);

    /** The latest first. */
    Uni<List<Sweep>> latest(int limit);

    /** The first of what it found. */
    Uni<List<Finding>> findings(SweepId id, int limit);

    /** Works at the running sweep in one transaction; empty where none runs or another instance works at it. */
    <T> Uni<Optional<T>> work(Function<Session, Uni<T>> work);

    /** The same over one moment of the database; fails with {@link ReplayFault} where the data are the reason. */
    <T> Uni<Optional<T>> moment(Function<Session, Uni<T>> work);
}

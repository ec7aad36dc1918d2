package io.lodestone.custody.sweep;

import java.time.Instant;
import java.util.Optional;

/**
 * A sweep as far as it has come.
 *
 * @param size how many entries it goes through
 * @param replayed how far it has decided statements again
 * @param found how many disagreements it has found, of which the first are kept
 * @param ended empty while it runs
 */
public record Sweep(
        SweepId id,
        Instant started,
        long size,
        Position position,
        Replayed replayed,
        long found,
        Optional<Ended> ended) {

    /**
     * @param entries so many of the log
     * @param done whether all that follows from them is compared
     */
    public record Replayed(long entries, boolean done) {

        public static final Replayed NOTHING = new Replayed(0, false);
    }

    /**
     * @param report the report as a signed note
     * @param logged index of the statement that names it, once there is one
     */
    public record Ended(Instant at, String report, Optional<Long> logged) {}

    /** As many findings are kept, and stand in the report. */
    public static final int KEPT = 500;

    public boolean atEnd() {
        return position.next() >= size;
    }

    public Sweep moved(Position to, int more) {
        return new Sweep(id, started, size, to, replayed, found + more, ended);
    }

    public Sweep replayed(Replayed to, int more) {
        return new Sweep(id, started, size, position, to, found + more, ended);
    }

    public Sweep ended(Instant at, String report) {
        return new Sweep(
                id, started, size, position, replayed, found, Optional.of(new Ended(at, report, Optional.empty())));
    }
}

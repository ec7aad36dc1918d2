package io.lodestone.custody.sweep;

import java.time.Instant;
import java.util.Optional;

/**
 * A sweep as far as it has come.
 *
 * @param size how many entries it goes through
 * @param found how many disagreements it has found, of which the first are kept
 * @param ended empty while it runs
 */
public record Sweep(SweepId id, Instant started, long size, Position position, long found, Optional<Ended> ended) {

    /**
     * @param report the report as a signed note
     */
    public record Ended(Instant at, String report) {}

    /** As many findings are kept, and stand in the report. */
    public static final int KEPT = 500;

    public boolean atEnd() {
        return position.next() >= size;
    }

    public Sweep moved(Position to, int more) {
        return new Sweep(id, started, size, to, found + more, ended);
    }

    public Sweep ended(Instant at, String report) {
        return new Sweep(id, started, size, position, found, Optional.of(new Ended(at, report)));
    }
}

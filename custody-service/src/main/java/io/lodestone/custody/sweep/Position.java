package io.lodestone.custody.sweep;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.merkle.Frontier;
import io.lodestone.evidence.merkle.TreeSize;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * How far a sweep has come, with all that it needs to go on: the last entry's leaf hash and time, and the tree so far.
 */
public final class Position {

    public static final Position START = of(Frontier.empty(), Optional.empty(), Optional.empty());

    private final TreeSize size;
    private final byte[] subtrees;
    private final Optional<Digest> previous;
    private final Optional<Instant> time;

    public Position(long next, byte[] subtrees, Optional<Digest> previous, Optional<Instant> time) {
        this.size = new TreeSize(next);
        this.subtrees = subtrees.clone();
        this.previous = previous;
        this.time = time;
    }

    static Position of(Frontier frontier, Optional<Digest> previous, Optional<Instant> time) {
        return new Position(frontier.size().value(), frontier.bytes(), previous, time);
    }

    /** Index of the entry that comes next. */
    public long next() {
        return size.value();
    }

    public Optional<Digest> previous() {
        return previous;
    }

    public Optional<Instant> time() {
        return time;
    }

    public byte[] subtrees() {
        return subtrees.clone();
    }

    /** A copy of the tree so far. */
    Frontier frontier() {
        return Frontier.of(size, subtrees);
    }

    /** The root of all entries so far. */
    public Digest root() {
        return frontier().root();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Position that
                && size.equals(that.size)
                && Arrays.equals(subtrees, that.subtrees)
                && previous.equals(that.previous)
                && time.equals(that.time);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(subtrees);
    }
}

package io.lodestone.evidence.merkle;

/** The position of an entry in a log, from zero. Not a size: the last entry of a tree of size n has index n - 1. */
public record LeafIndex(long value) implements Comparable<LeafIndex> {

    public LeafIndex {
        if (value < 0) {
            throw new IllegalArgumentException("a leaf index is not negative");
        }
    }

    /** Reads decimal digits without sign or leading zeros; {@link IllegalArgumentException} otherwise. */
    public static LeafIndex parse(String decimal) {
        return new LeafIndex(TreeSize.decimal(decimal));
    }

    @Override
    public int compareTo(LeafIndex other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}

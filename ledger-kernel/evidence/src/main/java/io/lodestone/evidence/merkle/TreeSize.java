package io.lodestone.evidence.merkle;

import java.util.regex.Pattern;

/** The number of entries a tree covers; zero is the empty tree. */
public record TreeSize(long value) implements Comparable<TreeSize> {

    public static final TreeSize ZERO = new TreeSize(0);

    private static final Pattern DECIMAL = Pattern.compile("0|[1-9][0-9]{0,18}");

    public TreeSize {
        if (value < 0) {
            throw new IllegalArgumentException("a tree size is not negative");
        }
    }

    /** Reads decimal digits without sign or leading zeros; {@link IllegalArgumentException} otherwise. */
    public static TreeSize parse(String decimal) {
        return new TreeSize(decimal(decimal));
    }

    static long decimal(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            throw new IllegalArgumentException("must be decimal digits without sign or leading zeros");
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("must be below 2^63");
        }
    }

    /** Whether a tree of this size has an entry at {@code index}. */
    public boolean contains(LeafIndex index) {
        return index.value() < value;
    }

    public TreeSize plus(long entries) {
        return new TreeSize(Math.addExact(value, entries));
    }

    public boolean isEmpty() {
        return value == 0;
    }

    @Override
    public int compareTo(TreeSize other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}

package io.lodestone.evidence.statement;

/** An assay of a lot. */
public record AssayId(Uuid7 value) implements Comparable<AssayId> {

    public static AssayId parse(String text) {
        return new AssayId(Uuid7.parse(text));
    }

    @Override
    public int compareTo(AssayId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

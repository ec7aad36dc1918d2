package io.lodestone.evidence.statement;

/** A transfer from one party to another. */
public record TransferId(Uuid7 value) implements Comparable<TransferId> {

    public static TransferId parse(String text) {
        return new TransferId(Uuid7.parse(text));
    }

    @Override
    public int compareTo(TransferId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

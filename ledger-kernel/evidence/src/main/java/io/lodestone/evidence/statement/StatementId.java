package io.lodestone.evidence.statement;

/** A statement, unique for its actor; doubles as the idempotency key of the request that makes it. */
public record StatementId(Uuid7 value) implements Comparable<StatementId> {

    public static StatementId parse(String text) {
        return new StatementId(Uuid7.parse(text));
    }

    @Override
    public int compareTo(StatementId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

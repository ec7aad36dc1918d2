package io.lodestone.evidence.statement;

/** A party's permission for an auditor to see what it sees. */
public record GrantId(Uuid7 value) implements Comparable<GrantId> {

    public static GrantId parse(String text) {
        return new GrantId(Uuid7.parse(text));
    }

    @Override
    public int compareTo(GrantId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package io.lodestone.evidence.statement;

/** A registered organisation. */
public record PartyId(Uuid7 value) implements Comparable<PartyId> {

    public static PartyId parse(String text) {
        return new PartyId(Uuid7.parse(text));
    }

    @Override
    public int compareTo(PartyId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package io.lodestone.evidence.statement;

/** A lot: an identified quantity of one material form. */
public record LotId(Uuid7 value) implements Comparable<LotId> {

    public static LotId parse(String text) {
        return new LotId(Uuid7.parse(text));
    }

    @Override
    public int compareTo(LotId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

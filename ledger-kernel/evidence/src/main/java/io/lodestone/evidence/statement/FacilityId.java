package io.lodestone.evidence.statement;

/** A place where material is made or kept. */
public record FacilityId(Uuid7 value) implements Comparable<FacilityId> {

    public static FacilityId parse(String text) {
        return new FacilityId(Uuid7.parse(text));
    }

    @Override
    public int compareTo(FacilityId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package io.lodestone.evidence.statement;

/** An origin certificate. */
public record CertificateId(Uuid7 value) implements Comparable<CertificateId> {

    public static CertificateId parse(String text) {
        return new CertificateId(Uuid7.parse(text));
    }

    @Override
    public int compareTo(CertificateId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

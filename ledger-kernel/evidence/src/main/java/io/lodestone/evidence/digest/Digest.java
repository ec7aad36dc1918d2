package io.lodestone.evidence.digest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A SHA-256 digest: 32 bytes, written as 44 characters of base64.
 *
 * <p>Ordered by its unsigned bytes, which is not the order of its text. A class and not a record, because a record
 * with an array component would compare identities.
 */
public final class Digest implements Comparable<Digest> {

    public static final int LENGTH = 32;

    private final byte[] bytes;

    private Digest(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Wraps 32 bytes; {@link IllegalArgumentException} for any other length. */
    public static Digest of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a SHA-256 digest has 32 bytes, got " + bytes.length);
        }
        return new Digest(bytes.clone());
    }

    /** Reads base64 text; {@link IllegalArgumentException} unless it spells exactly 32 bytes. */
    public static Digest parse(String base64) {
        return of(Base64Text.decode(base64));
    }

    public static Digest sha256(byte[] input) {
        return new Digest(hasher().digest(input));
    }

    /** Hash of an RFC 6962 leaf: SHA-256(0x00 || entry). */
    public static Digest leaf(byte[] entry) {
        MessageDigest sha = hasher();
        sha.update((byte) 0x00);
        return new Digest(sha.digest(entry));
    }

    /** Hash of an RFC 6962 interior node: SHA-256(0x01 || left || right). */
    public static Digest node(Digest left, Digest right) {
        MessageDigest sha = hasher();
        sha.update((byte) 0x01);
        sha.update(left.bytes);
        return new Digest(sha.digest(right.bytes));
    }

    private static MessageDigest hasher() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public int compareTo(Digest other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Digest that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** The base64 text, as it stands in every format. */
    @Override
    public String toString() {
        return Base64Text.encode(bytes);
    }
}

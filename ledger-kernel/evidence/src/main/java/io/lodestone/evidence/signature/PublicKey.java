package io.lodestone.evidence.signature;

import io.lodestone.evidence.digest.Base64Text;
import java.util.Arrays;

/** A public key with the suite it is for. Holds only keys its suite takes. */
public final class PublicKey {

    private final SignatureSuite suite;
    private final byte[] bytes;

    private PublicKey(SignatureSuite suite, byte[] bytes) {
        this.suite = suite;
        this.bytes = bytes;
    }

    /** Wraps raw key bytes; {@link IllegalArgumentException} unless they are a key of the suite. */
    public static PublicKey of(SignatureSuite suite, byte[] bytes) {
        if (!suite.isPublicKey(bytes)) {
            throw new IllegalArgumentException("not a public key of " + suite.joseName());
        }
        return new PublicKey(suite, bytes.clone());
    }

    public static PublicKey ed25519(byte[] bytes) {
        return of(SignatureSuite.ED25519, bytes);
    }

    public SignatureSuite suite() {
        return suite;
    }

    /** The raw bytes: for Ed25519 the 32 of RFC 8032. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Whether the signature is by this key over this message. */
    public boolean verifies(byte[] message, byte[] signature) {
        return suite.verify(bytes, message, signature);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PublicKey that && suite == that.suite && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return suite.joseName() + " " + Base64Text.encode(bytes);
    }
}

package io.lodestone.evidence.signature;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.digest.Base64Text;
import io.lodestone.evidence.digest.Digest;
import java.util.Arrays;
import java.util.Optional;

/**
 * A public key by which a party signs its statements. Its text is the base64 of its SubjectPublicKeyInfo (RFC 5280
 * section 4.1), as {@code openssl pkey -pubout -outform DER} writes it. There are none that are not keys of their type.
 */
public final class PartyPublicKey {

    /** Base64 of the longest, which is of P-256. */
    public static final int MAX_TEXT_LENGTH = 124;

    private final KeyType type;
    private final byte[] raw;
    private final Thumbprint thumbprint;

    private PartyPublicKey(KeyType type, byte[] raw) {
        this.type = type;
        this.raw = raw;
        this.thumbprint = new Thumbprint(Digest.sha256(CanonicalJson.bytes(type.jwk(raw))));
    }

    /** Wraps raw key bytes; {@link IllegalArgumentException} unless they are a key of that type. */
    public static PartyPublicKey of(KeyType type, byte[] raw) {
        if (!type.isKey(raw)) {
            throw new IllegalArgumentException("is not a point that is a key of its type");
        }
        return new PartyPublicKey(type, raw.clone());
    }

    /** Reads a SubjectPublicKeyInfo; {@link IllegalArgumentException} unless it is the one spelling of a usable key. */
    public static PartyPublicKey ofInfo(byte[] info) {
        for (KeyType type : KeyType.values()) {
            Optional<byte[]> raw = type.raw(info);
            if (raw.isPresent()) {
                return of(type, raw.get());
            }
        }
        throw new IllegalArgumentException(
                "must be a SubjectPublicKeyInfo in DER of Ed25519, or of P-256 with a named curve and an uncompressed point");
    }

    /** Reads the text form. */
    public static PartyPublicKey parse(String base64) {
        return ofInfo(Base64Text.decode(base64));
    }

    public KeyType type() {
        return type;
    }

    /** The SubjectPublicKeyInfo, DER. */
    public byte[] info() {
        return type.info(raw);
    }

    /** RFC 7638. */
    public Thumbprint thumbprint() {
        return thumbprint;
    }

    /** Whether the signature is by this key over this message. */
    public boolean verifies(byte[] message, byte[] signature) {
        return type.verify(raw, message, signature);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PartyPublicKey that && type == that.type && Arrays.equals(raw, that.raw);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(raw);
    }

    @Override
    public String toString() {
        return Base64Text.encode(info());
    }
}

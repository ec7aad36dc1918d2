package io.lodestone.evidence.checkpoint;

import io.lodestone.evidence.signature.PublicKey;
import io.lodestone.evidence.signature.SignatureSuite;

/**
 * A public key with the name it signs notes under (C2SP signed-note, verifier keys). Its text is
 * {@code <name>+<key id, 8 hex digits>+<base64 of type and key>}; a key id that does not follow from name and key is
 * refused.
 */
public record VerifierKey(String name, PublicKey key) {

    /** A name is also the origin line of a log. */
    public static final int MAX_NAME_LENGTH = 255;

    public VerifierKey {
        KeyText.checkName(name);
    }

    /** Reads the text form; {@link IllegalArgumentException} unless it is exactly that of a key of a known type. */
    public static VerifierKey parse(String vkey) {
        return KeyText.parse(vkey, (name, type, raw) -> {
            SignatureSuite suite = SignatureSuite.ofNote(type)
                    .orElseThrow(() -> new IllegalArgumentException("a verifier key of a type that is not known here"));
            return new VerifierKey(name, PublicKey.of(suite, raw));
        });
    }

    /** First four bytes of SHA-256(name || 0x0A || type || key). */
    public int keyId() {
        return KeyText.id(name, key.suite().noteType(), key);
    }

    @Override
    public String toString() {
        return KeyText.text(name, key.suite().noteType(), key);
    }
}

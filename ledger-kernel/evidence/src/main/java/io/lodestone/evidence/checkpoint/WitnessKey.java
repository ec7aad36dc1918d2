package io.lodestone.evidence.checkpoint;

import io.lodestone.evidence.signature.PublicKey;
import io.lodestone.evidence.signature.SignatureSuite;

/**
 * The key of a witness that cosigns checkpoints with Ed25519 (C2SP tlog-cosignature, type 0x04). It is never also the
 * key of a log, nor of a witness with another name: what is signed does not hold the name.
 */
public record WitnessKey(String name, PublicKey key) {

    /** The type of an Ed25519 cosignature with a time. */
    public static final byte TYPE = 0x04;

    public WitnessKey {
        KeyText.checkName(name);
        if (key.suite() != SignatureSuite.ED25519) {
            throw new IllegalArgumentException("a witness cosigns with Ed25519");
        }
    }

    /** Reads a verifier key of type 0x04; {@link IllegalArgumentException} for any other text. */
    public static WitnessKey parse(String vkey) {
        return KeyText.parse(vkey, (name, type, raw) -> {
            if (type != TYPE) {
                throw new IllegalArgumentException("a witness's key has type 4, an Ed25519 cosignature");
            }
            return new WitnessKey(name, PublicKey.ed25519(raw));
        });
    }

    public int keyId() {
        return KeyText.id(name, TYPE, key);
    }

    /** Whether a signature line claims to be by this key. */
    boolean isNamedBy(NoteSignature line) {
        return line.name().equals(name) && line.keyId() == keyId();
    }

    @Override
    public String toString() {
        return KeyText.text(name, TYPE, key);
    }
}

package io.lodestone.evidence.signature;

import java.util.Optional;

/** The algorithms that may sign, by their names in the formats. A later suite is one more constant. */
public enum SignatureSuite {
    /** RFC 8037: {@code EdDSA} with Ed25519; type 0x01 in a C2SP signed note. */
    ED25519("EdDSA", (byte) 0x01) {
        @Override
        boolean isPublicKey(byte[] key) {
            return Ed25519.isPublicKey(key);
        }

        @Override
        boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
            return Ed25519.verify(publicKey, message, signature);
        }
    };

    private final String joseName;
    private final byte noteType;

    SignatureSuite(String joseName, byte noteType) {
        this.joseName = joseName;
        this.noteType = noteType;
    }

    public static Optional<SignatureSuite> ofJose(String alg) {
        for (SignatureSuite suite : values()) {
            if (suite.joseName.equals(alg)) {
                return Optional.of(suite);
            }
        }
        return Optional.empty();
    }

    public static Optional<SignatureSuite> ofNote(byte type) {
        for (SignatureSuite suite : values()) {
            if (suite.noteType == type) {
                return Optional.of(suite);
            }
        }
        return Optional.empty();
    }

    /** The {@code alg} of a JOSE header. */
    public String joseName() {
        return joseName;
    }

    /** The signature type byte of C2SP signed-note. */
    public byte noteType() {
        return noteType;
    }

    abstract boolean isPublicKey(byte[] key);

    abstract boolean verify(byte[] publicKey, byte[] message, byte[] signature);
}

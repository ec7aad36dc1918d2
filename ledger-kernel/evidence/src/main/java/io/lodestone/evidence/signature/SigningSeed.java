package io.lodestone.evidence.signature;

/** An Ed25519 private key as its 32-byte seed. Its text shows nothing of it. */
public final class SigningSeed implements Signer {

    private final byte[] seed;
    private final PublicKey publicKey;

    private SigningSeed(byte[] seed) {
        this.seed = seed;
        this.publicKey = PublicKey.ed25519(Ed25519.publicKey(seed));
    }

    /** Wraps 32 bytes; {@link IllegalArgumentException} for any other length. */
    public static SigningSeed of(byte[] seed) {
        return new SigningSeed(seed.clone());
    }

    public PublicKey publicKey() {
        return publicKey;
    }

    @Override
    public byte[] sign(byte[] message) {
        return Ed25519.sign(seed, message);
    }

    /** The secret itself, for sealing it or making a certificate with it. */
    public byte[] bytes() {
        return seed.clone();
    }

    @Override
    public String toString() {
        return "SigningSeed of " + publicKey;
    }
}

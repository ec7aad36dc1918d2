package io.lodestone.evidence.signature;

import java.util.Arrays;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** Pure Ed25519 (RFC 8032 section 5.1) over raw bytes, by Bouncy Castle's lightweight classes. */
public final class Ed25519 {

    public static final int SEED_LENGTH = 32;
    public static final int PUBLIC_KEY_LENGTH = 32;
    public static final int SIGNATURE_LENGTH = 64;

    private Ed25519() {}

    /** The public key of a 32-byte private seed (RFC 8032 section 5.1.5). */
    public static byte[] publicKey(byte[] seed) {
        return privateKey(seed).generatePublicKey().getEncoded();
    }

    public static byte[] sign(byte[] seed, byte[] message) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, privateKey(seed));
        signer.update(message, 0, message.length);
        return signer.generateSignature();
    }

    private static Ed25519PrivateKeyParameters privateKey(byte[] seed) {
        if (seed.length != SEED_LENGTH) {
            throw new IllegalArgumentException("an Ed25519 seed has 32 bytes");
        }
        return new Ed25519PrivateKeyParameters(seed, 0);
    }

    /** Whether the bytes are a canonical point of the prime-order group; a key of small order signs anything. */
    public static boolean isPublicKey(byte[] key) {
        return key.length == PUBLIC_KEY_LENGTH
                && org.bouncycastle.math.ec.rfc8032.Ed25519.validatePublicKeyFull(key, 0);
    }

    /** Whether the signature is by this key over this message; false for a key or signature of any wrong shape. */
    public static boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
        if (!isPublicKey(publicKey) || signature.length != SIGNATURE_LENGTH) {
            return false;
        }
        Ed25519Signer verifier = new Ed25519Signer();
        verifier.init(false, new Ed25519PublicKeyParameters(Arrays.copyOf(publicKey, PUBLIC_KEY_LENGTH), 0));
        verifier.update(message, 0, message.length);
        return verifier.verifySignature(signature);
    }
}

package io.lodestone.evidence.signature;

import io.lodestone.evidence.digest.Digest;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;

/**
 * ECDSA over P-256 with SHA-256, by Bouncy Castle's lightweight classes. A signature is the 64 bytes r ‖ s of RFC 7518
 * section 3.4, of which s is at most half the order: (r, n - s) holds for the same message, and one message signed once
 * must not have two signatures.
 */
public final class P256 {

    /** An uncompressed point (SEC 1 section 2.3.3). */
    public static final int PUBLIC_KEY_LENGTH = 65;

    public static final int SIGNATURE_LENGTH = 64;

    private static final int SCALAR_LENGTH = 32;
    private static final ECDomainParameters CURVE = curve();
    private static final BigInteger HALF = CURVE.getN().shiftRight(1);

    private P256() {}

    private static ECDomainParameters curve() {
        X9ECParameters named = CustomNamedCurves.getByName("P-256");
        return new ECDomainParameters(named.getCurve(), named.getG(), named.getN(), named.getH());
    }

    /** The public key of a private scalar. */
    public static byte[] publicKey(byte[] scalar) {
        return CURVE.getG().multiply(privateKey(scalar).getD()).normalize().getEncoded(false);
    }

    /** Signs with the nonce of RFC 6979, so that one message and key give one signature. */
    public static byte[] sign(byte[] scalar, byte[] message) {
        ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, privateKey(scalar));
        BigInteger[] rs = signer.generateSignature(Digest.sha256(message).bytes());
        BigInteger s = rs[1].compareTo(HALF) > 0 ? CURVE.getN().subtract(rs[1]) : rs[1];
        byte[] signature = new byte[SIGNATURE_LENGTH];
        write(rs[0], signature, 0);
        write(s, signature, SCALAR_LENGTH);
        return signature;
    }

    private static void write(BigInteger number, byte[] into, int at) {
        byte[] bytes = number.toByteArray();
        int length = Math.min(bytes.length, SCALAR_LENGTH);
        System.arraycopy(bytes, bytes.length - length, into, at + SCALAR_LENGTH - length, length);
    }

    private static ECPrivateKeyParameters privateKey(byte[] scalar) {
        BigInteger d = new BigInteger(1, scalar);
        if (scalar.length != SCALAR_LENGTH || d.signum() == 0 || d.compareTo(CURVE.getN()) >= 0) {
            throw new IllegalArgumentException("a P-256 private key is 32 bytes, above 0 and below the order");
        }
        return new ECPrivateKeyParameters(d, CURVE);
    }

    /** Whether the bytes are an uncompressed point of the curve; its cofactor is 1, so all but infinity have its order. */
    public static boolean isPublicKey(byte[] key) {
        if (key.length != PUBLIC_KEY_LENGTH || key[0] != 4) {
            return false;
        }
        try {
            return Arrays.equals(CURVE.getCurve().decodePoint(key).getEncoded(false), key);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether the signature is by this key over this message; false for a key or signature of any wrong shape. */
    public static boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
        if (signature.length != SIGNATURE_LENGTH || !isPublicKey(publicKey)) {
            return false;
        }
        BigInteger r = new BigInteger(1, Arrays.copyOf(signature, SCALAR_LENGTH));
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, SCALAR_LENGTH, SIGNATURE_LENGTH));
        if (r.signum() == 0 || r.compareTo(CURVE.getN()) >= 0 || s.signum() == 0 || s.compareTo(HALF) > 0) {
            return false;
        }
        ECDSASigner verifier = new ECDSASigner();
        verifier.init(false, new ECPublicKeyParameters(CURVE.getCurve().decodePoint(publicKey), CURVE));
        return verifier.verifySignature(Digest.sha256(message).bytes(), r, s);
    }
}

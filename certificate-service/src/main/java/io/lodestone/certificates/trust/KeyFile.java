package io.lodestone.certificates.trust;

import io.lodestone.evidence.signature.SigningSeed;
import io.lodestone.evidence.signature.X509;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.List;

/** A key and its chain as a PKCS#12 file (RFC 7292) under a passphrase, which every key tool reads. */
final class KeyFile {

    private static final String FORMAT = "PKCS12";
    private static final String ALIAS = "key";

    private KeyFile() {}

    static byte[] write(HeldKey key, char[] passphrase) {
        try {
            PrivateKey secret = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new EdECPrivateKeySpec(
                            NamedParameterSpec.ED25519, key.seed().bytes()));
            KeyStore store = KeyStore.getInstance(FORMAT);
            store.load(null, null);
            store.setKeyEntry(ALIAS, secret, passphrase, key.chain().toArray(Certificate[]::new));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            store.store(out, passphrase);
            return out.toByteArray();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("every Java platform has PKCS#12 and Ed25519", e);
        }
    }

    /** Reads a file; {@link IllegalArgumentException} where it is not one, or the passphrase is another. */
    static HeldKey read(byte[] file, char[] passphrase) {
        try {
            KeyStore store = KeyStore.getInstance(FORMAT);
            store.load(new ByteArrayInputStream(file), passphrase);
            Certificate[] chain = store.getCertificateChain(ALIAS);
            if (chain != null && store.getKey(ALIAS, passphrase) instanceof EdECPrivateKey secret) {
                return new HeldKey(seed(secret), certificates(chain));
            }
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("not a PKCS#12 file, or the passphrase is another", e);
        }
        throw new IllegalArgumentException("a PKCS#12 file without an Ed25519 key named " + ALIAS);
    }

    private static SigningSeed seed(EdECPrivateKey secret) {
        return SigningSeed.of(secret.getBytes()
                .orElseThrow(() -> new IllegalArgumentException("the key does not show its seed; it cannot be used")));
    }

    private static List<X509Certificate> certificates(Certificate[] chain) throws GeneralSecurityException {
        X509Certificate[] parsed = new X509Certificate[chain.length];
        for (int i = 0; i < chain.length; i++) {
            parsed[i] = X509.parse(chain[i].getEncoded());
        }
        return Arrays.asList(parsed);
    }
}

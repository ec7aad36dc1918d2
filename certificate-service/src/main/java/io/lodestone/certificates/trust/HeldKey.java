package io.lodestone.certificates.trust;

import io.lodestone.evidence.signature.PublicKey;
import io.lodestone.evidence.signature.SigningSeed;
import io.lodestone.evidence.signature.Thumbprint;
import io.lodestone.evidence.signature.X509;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * A private key with the certificates that vouch for it, its own first, the root last.
 *
 * <p>Refuses ({@link IllegalArgumentException}) a first certificate that holds another key.
 */
public record HeldKey(SigningSeed seed, List<X509Certificate> chain) {

    public HeldKey {
        chain = List.copyOf(chain);
        Optional<PublicKey> certified = chain.stream().findFirst().flatMap(X509::publicKey);
        if (!certified.equals(Optional.of(seed.publicKey()))) {
            throw new IllegalArgumentException("the first certificate of a chain is of the key it comes with");
        }
    }

    public X509Certificate certificate() {
        return chain.get(0);
    }

    public X509Certificate root() {
        return chain.get(chain.size() - 1);
    }

    /** What a JWS carries: every certificate but the root, which a verifier has or does not trust. */
    public List<byte[]> x5c() {
        return chain.subList(0, chain.size() - 1).stream().map(HeldKey::der).toList();
    }

    public String thumbprint() {
        return Thumbprint.of(seed.publicKey()).toString();
    }

    static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was parsed has an encoding", e);
        }
    }
}

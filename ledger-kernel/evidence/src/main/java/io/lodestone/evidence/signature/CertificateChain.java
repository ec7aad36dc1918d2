package io.lodestone.evidence.signature;

import static io.lodestone.evidence.signature.SignatureVerification.rejected;

import io.lodestone.evidence.signature.SignatureVerification.Rejected;
import io.lodestone.evidence.signature.SignatureVerification.Verified;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A signer's certificate, the authority that issued it and the trusted root above, found good as of an instant
 * (RFC 5280 section 6.1, cut down to exactly this shape). Everything is Ed25519.
 *
 * <p>Whether a certificate was revoked is not part of this check.
 */
public record CertificateChain(
        X509Certificate leaf, X509Certificate issuer, X509Certificate root, SubjectName subject, PublicKey leafKey) {

    /**
     * Checks the certificates of an {@code x5c} header, leaf first and then its issuing authority, against trusted
     * roots as of {@code asOf}. Returns the first thing that is wrong.
     */
    public static SignatureVerification<CertificateChain> verify(
            List<byte[]> x5c, Collection<X509Certificate> roots, Instant asOf) {
        if (x5c.size() != 2) {
            return rejected(
                    SignatureFault.CHAIN_LENGTH, "a chain is a signer's certificate and its issuing authority's");
        }
        List<X509Certificate> given = new ArrayList<>();
        for (byte[] der : x5c) {
            try {
                given.add(X509.parse(der));
            } catch (IllegalArgumentException e) {
                return rejected(SignatureFault.CERTIFICATE_MALFORMED, String.valueOf(e.getMessage()));
            }
        }
        return new ChainCheck(given.get(0), given.get(1), roots, asOf).run();
    }

    static SignatureVerification<CertificateChain> of(
            X509Certificate leaf, X509Certificate issuer, X509Certificate root) {
        Optional<SubjectName> subject = SubjectName.of(leaf);
        Optional<PublicKey> key = X509.publicKey(leaf);
        if (subject.isEmpty() || key.isEmpty()) {
            return new Rejected<>(
                    SignatureFault.SUBJECT, "the subject has one common name and at most one organisational unit");
        }
        return new Verified<>(new CertificateChain(leaf, issuer, root, subject.get(), key.get()));
    }
}

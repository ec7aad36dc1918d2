package io.lodestone.evidence.signature;

import static io.lodestone.evidence.signature.SignatureVerification.rejected;

import io.lodestone.evidence.signature.SignatureVerification.Rejected;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The steps of {@link CertificateChain#verify}, from the signer up to the root. */
record ChainCheck(X509Certificate leaf, X509Certificate issuer, Collection<X509Certificate> roots, Instant asOf) {

    private static final int DIGITAL_SIGNATURE = 0;
    private static final int KEY_CERT_SIGN = 5;

    /** Basic constraints and key usage; all others may stand there, but not as critical. */
    private static final Set<String> UNDERSTOOD = Set.of("2.5.29.19", "2.5.29.15");

    SignatureVerification<CertificateChain> run() {
        // Step 1: names chain, byte for byte (RFC 5280 section 6.1.3 a 4).
        if (!issuedInName(leaf, issuer)) {
            return rejected(SignatureFault.ISSUER_DIFFERS, "the signer's certificate names another issuer");
        }
        List<X509Certificate> named =
                roots.stream().filter(root -> issuedInName(issuer, root)).toList();
        if (named.isEmpty()) {
            return rejected(SignatureFault.ROOT_UNKNOWN, "no trusted root has issued the issuing authority");
        }
        // Step 2: every certificate is of the one kind that is understood here.
        for (X509Certificate certificate : List.of(leaf, issuer)) {
            Optional<Rejected<CertificateChain>> fault = form(certificate);
            if (fault.isPresent()) {
                return fault.get();
            }
        }
        // Step 3: signatures (section 6.1.3 a 1).
        if (!signedBy(leaf, issuer)) {
            return rejected(SignatureFault.CERTIFICATE_SIGNATURE_INVALID, "the signer's certificate is not signed so");
        }
        Optional<X509Certificate> root =
                named.stream().filter(it -> signedBy(issuer, it)).findFirst();
        if (root.isEmpty()) {
            return rejected(SignatureFault.CERTIFICATE_SIGNATURE_INVALID, "the issuing authority is not signed so");
        }
        // Step 4: times, constraints and usages of all three.
        return firstFault(root.get())
                .<SignatureVerification<CertificateChain>>map(it -> it)
                .orElseGet(() -> CertificateChain.of(leaf, issuer, root.get()));
    }

    private Optional<Rejected<CertificateChain>> firstFault(X509Certificate root) {
        return form(root)
                .or(() -> validity(leaf))
                .or(() -> validity(issuer))
                .or(() -> validity(root))
                .or(() -> authority(issuer, 0))
                .or(() -> authority(root, 1))
                .or(this::signer);
    }

    private static boolean issuedInName(X509Certificate lower, X509Certificate upper) {
        return Arrays.equals(
                lower.getIssuerX500Principal().getEncoded(),
                upper.getSubjectX500Principal().getEncoded());
    }

    private static Optional<Rejected<CertificateChain>> form(X509Certificate certificate) {
        if (certificate.getVersion() != 3
                || !X509.ED25519_OID.equals(certificate.getSigAlgOID())
                || certificate.getSigAlgParams() != null
                || X509.publicKey(certificate).isEmpty()) {
            return fault(SignatureFault.CERTIFICATE_ALGORITHM, "certificates are X.509 v3 with Ed25519 throughout");
        }
        Set<String> critical = certificate.getCriticalExtensionOIDs();
        if (critical != null && !UNDERSTOOD.containsAll(critical)) {
            return fault(SignatureFault.CERTIFICATE_EXTENSION, "a critical extension is not understood here");
        }
        return Optional.empty();
    }

    private static boolean signedBy(X509Certificate lower, X509Certificate upper) {
        try {
            byte[] tbs = lower.getTBSCertificate();
            return X509.publicKey(upper)
                    .filter(key -> key.verifies(tbs, lower.getSignature()))
                    .isPresent();
        } catch (CertificateEncodingException e) {
            return false;
        }
    }

    /** Both ends belong to the time of validity (section 4.1.2.5). */
    private Optional<Rejected<CertificateChain>> validity(X509Certificate certificate) {
        if (asOf.isBefore(certificate.getNotBefore().toInstant())) {
            return fault(SignatureFault.CERTIFICATE_NOT_YET_VALID, "a certificate was not valid yet");
        }
        // The wire has seconds, an instant has more: the last second belongs to it whole.
        if (!asOf.isBefore(certificate.getNotAfter().toInstant().plusSeconds(1))) {
            return fault(SignatureFault.CERTIFICATE_EXPIRED, "a certificate was not valid any more");
        }
        return Optional.empty();
    }

    private static Optional<Rejected<CertificateChain>> authority(X509Certificate certificate, int below) {
        if (certificate.getBasicConstraints() < 0) {
            return fault(SignatureFault.NOT_AN_AUTHORITY, "an issuer is not an authority");
        }
        if (certificate.getBasicConstraints() < below) {
            return fault(SignatureFault.PATH_LENGTH, "the root allows no authority below it");
        }
        return uses(certificate, KEY_CERT_SIGN)
                ? Optional.empty()
                : fault(SignatureFault.KEY_USAGE, "an authority's key is not for signing certificates");
    }

    private Optional<Rejected<CertificateChain>> signer() {
        if (leaf.getBasicConstraints() >= 0) {
            return fault(SignatureFault.LEAF_IS_AUTHORITY, "an authority does not sign documents");
        }
        return uses(leaf, DIGITAL_SIGNATURE) && !uses(leaf, KEY_CERT_SIGN)
                ? Optional.empty()
                : fault(SignatureFault.KEY_USAGE, "the signer's key is not for signatures alone");
    }

    private static boolean uses(X509Certificate certificate, int usage) {
        boolean[] usages = certificate.getKeyUsage();
        return usages != null && usages.length > usage && usages[usage];
    }

    private static Optional<Rejected<CertificateChain>> fault(SignatureFault fault, String detail) {
        return Optional.of(new Rejected<>(fault, detail));
    }
}

package io.lodestone.evidence.signature;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Reads X.509 certificates and the Ed25519 parts of them (RFC 8410). */
public final class X509 {

    /** A certificate with an Ed25519 key and a party's name is below 1 KiB. */
    public static final int MAX_BYTES = 8_192;

    static final String ED25519_OID = "1.3.101.112";

    /** SubjectPublicKeyInfo of an Ed25519 key up to the key itself; it has no parameters, so only one spelling. */
    private static final byte[] ED25519_SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

    private X509() {}

    /** Parses one DER certificate, with nothing before or after; {@link IllegalArgumentException} otherwise. */
    public static X509Certificate parse(byte[] der) {
        if (der.length > MAX_BYTES) {
            throw new IllegalArgumentException("a certificate has at most " + MAX_BYTES + " bytes");
        }
        try {
            X509Certificate certificate = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
            if (Arrays.equals(certificate.getEncoded(), der)) {
                return certificate;
            }
        } catch (CertificateException | RuntimeException e) {
            // The platform's parser does not promise one kind of exception for hostile bytes.
            throw new IllegalArgumentException("not an X.509 certificate", e);
        }
        throw new IllegalArgumentException("not exactly one DER certificate");
    }

    /** The certificate's key; empty unless it is a valid Ed25519 key. */
    public static Optional<PublicKey> publicKey(X509Certificate certificate) {
        byte[] spki = certificate.getPublicKey().getEncoded();
        int at = ED25519_SPKI.length;
        if (spki == null
                || spki.length != at + Ed25519.PUBLIC_KEY_LENGTH
                || !Arrays.equals(spki, 0, at, ED25519_SPKI, 0, at)) {
            return Optional.empty();
        }
        byte[] raw = Arrays.copyOfRange(spki, at, spki.length);
        return Ed25519.isPublicKey(raw) ? Optional.of(PublicKey.ed25519(raw)) : Optional.empty();
    }
}

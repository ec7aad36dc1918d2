package io.lodestone.evidence.testing;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.signature.SigningSeed;
import io.lodestone.evidence.signature.X509;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcEdECContentSignerBuilder;

/** A root with one issuing authority, and the certificates it issues. Keys follow from names. */
public final class TestAuthority {

    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2027-01-01T00:00:00Z");

    private final String name;
    private final byte[] root;
    private final byte[] issuing;

    /** A key and the chain it signs with. */
    public record Party(SigningSeed key, List<byte[]> x5c) {}

    public TestAuthority(String name) {
        this.name = name;
        this.root = certificate(rootName(), seed(rootName()), rootName(), seed(rootName()), FROM, TO, 1);
        this.issuing = certificate(issuingName(), seed(issuingName()), rootName(), seed(rootName()), FROM, TO, 0);
    }

    public static SigningSeed seed(String name) {
        return SigningSeed.of(
                Digest.sha256(name.getBytes(StandardCharsets.UTF_8)).bytes());
    }

    public X509Certificate root() {
        return X509.parse(root);
    }

    public Party party(String subject) {
        return party(subject, seed(subject), FROM, TO);
    }

    public Party party(String subject, SigningSeed key, Instant from, Instant to) {
        byte[] leaf = certificate(subject, key, issuingName(), seed(issuingName()), from, to, -1);
        return new Party(key, List.of(leaf, issuing));
    }

    private String rootName() {
        return "CN=" + name + " root";
    }

    private String issuingName() {
        return "CN=" + name + " issuing";
    }

    private static byte[] certificate(
            String subject,
            SigningSeed key,
            String issuer,
            SigningSeed issuerKey,
            Instant from,
            Instant to,
            int below) {
        try {
            X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                    new X500Name(issuer),
                    BigInteger.TEN,
                    Date.from(from),
                    Date.from(to),
                    new X500Name(subject),
                    SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(
                            new Ed25519PrivateKeyParameters(key.bytes(), 0).generatePublicKey()));
            boolean authority = below >= 0;
            builder.addExtension(
                    Extension.basicConstraints,
                    true,
                    authority ? new BasicConstraints(below) : new BasicConstraints(false));
            builder.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(authority ? KeyUsage.keyCertSign | KeyUsage.cRLSign : KeyUsage.digitalSignature));
            return builder.build(
                            new BcEdECContentSignerBuilder(new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519))
                                    .build(new Ed25519PrivateKeyParameters(issuerKey.bytes(), 0)))
                    .getEncoded();
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.lodestone.evidence.signature;

import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcEdECContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Builds certificates, good ones unless a step is left out or changed. */
final class TestCertificate {

    static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    static final Instant TO = Instant.parse("2027-01-01T00:00:00Z");

    private String subject;
    private String issuer;
    private SigningSeed subjectKey;
    private SigningSeed issuerKey;
    private Instant from = FROM;
    private Instant to = TO;
    private BasicConstraints constraints;
    private Integer usage;
    private boolean unknownCritical;
    private KeyPair otherKey;
    private KeyPair otherSigner;

    static SigningSeed seed(int n) {
        byte[] seed = new byte[32];
        seed[0] = (byte) n;
        return SigningSeed.of(seed);
    }

    static TestCertificate root() {
        return new TestCertificate()
                .subject("CN=Root", seed(1))
                .issuer("CN=Root", seed(1))
                .authority(1);
    }

    static TestCertificate issuing() {
        return new TestCertificate()
                .subject("CN=Issuing", seed(2))
                .issuer("CN=Root", seed(1))
                .authority(0);
    }

    static TestCertificate leaf() {
        return new TestCertificate()
                .subject("CN=01a20228-8660-7a01-8b02-0c03d4e5f601,OU=development", seed(3))
                .issuer("CN=Issuing", seed(2))
                .constraints(new BasicConstraints(false))
                .usage(KeyUsage.digitalSignature);
    }

    TestCertificate subject(String name, SigningSeed key) {
        subject = name;
        subjectKey = key;
        return this;
    }

    TestCertificate issuer(String name, SigningSeed key) {
        issuer = name;
        issuerKey = key;
        return this;
    }

    TestCertificate authority(int below) {
        return constraints(new BasicConstraints(below)).usage(KeyUsage.keyCertSign | KeyUsage.cRLSign);
    }

    TestCertificate constraints(BasicConstraints value) {
        constraints = value;
        return this;
    }

    TestCertificate usage(Integer value) {
        usage = value;
        return this;
    }

    TestCertificate valid(Instant first, Instant last) {
        from = first;
        to = last;
        return this;
    }

    TestCertificate unknownCritical() {
        unknownCritical = true;
        return this;
    }

    /** Holds an elliptic-curve key instead of the Ed25519 one. */
    TestCertificate otherKey(KeyPair pair) {
        otherKey = pair;
        return this;
    }

    /** Is signed with ECDSA instead of Ed25519. */
    TestCertificate otherSigner(KeyPair pair) {
        otherSigner = pair;
        return this;
    }

    private SubjectPublicKeyInfo keyInfo() throws IOException {
        return otherKey != null
                ? SubjectPublicKeyInfo.getInstance(otherKey.getPublic().getEncoded())
                : SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(
                        new Ed25519PrivateKeyParameters(subjectKey.bytes(), 0).generatePublicKey());
    }

    private ContentSigner contentSigner() throws OperatorCreationException {
        return otherSigner != null
                ? new JcaContentSignerBuilder("SHA256withECDSA").build(otherSigner.getPrivate())
                : new BcEdECContentSignerBuilder(new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519))
                        .build(new Ed25519PrivateKeyParameters(issuerKey.bytes(), 0));
    }

    X509Certificate build() {
        return X509.parse(der());
    }

    byte[] der() {
        try {
            X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                    new X500Name(issuer),
                    BigInteger.TEN,
                    Date.from(from),
                    Date.from(to),
                    new X500Name(subject),
                    keyInfo());
            if (constraints != null) {
                builder.addExtension(Extension.basicConstraints, true, constraints);
            }
            if (usage != null) {
                builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
            }
            if (unknownCritical) {
                builder.addExtension(new ASN1ObjectIdentifier("1.2.3.4"), true, DERNull.INSTANCE);
            }
            return builder.build(contentSigner()).getEncoded();
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }
}

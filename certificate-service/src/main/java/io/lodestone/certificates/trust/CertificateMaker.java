package io.lodestone.certificates.trust;

import io.lodestone.evidence.signature.Environment;
import io.lodestone.evidence.signature.PublicKey;
import io.lodestone.evidence.signature.SigningSeed;
import io.lodestone.evidence.signature.X509;
import io.lodestone.evidence.statement.PartyId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.IntFunction;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;

/**
 * Makes keys and X.509 certificates for them (RFC 5280, keys as RFC 8410). Signatures are the kernel's, so no provider
 * is registered. A certificate of a development key says so in its subject.
 */
final class CertificateMaker {

    /** Clocks of signer and log may differ; a certificate is valid a little before it exists. */
    private static final Duration HEAD_START = Duration.ofDays(1);

    private static final Duration ROOT_LIFE = Duration.ofDays(20 * 365);
    private static final Duration ISSUING_LIFE = Duration.ofDays(10 * 365);
    private static final Duration PARTY_LIFE = Duration.ofDays(5 * 365);
    private static final int SERIAL_BYTES = 16;
    private static final int SEED_BYTES = 32;
    private static final AlgorithmIdentifier ED25519 = new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519);

    private final Environment environment;
    private final IntFunction<byte[]> random;
    private final Instant now;

    CertificateMaker(Environment environment, IntFunction<byte[]> random, Instant now) {
        this.environment = environment;
        this.random = random;
        this.now = now;
    }

    HeldKey root() {
        SigningSeed seed = seed();
        X500Name name = name("Lodestone root");
        return new HeldKey(seed, List.of(certify(name, name, seed.publicKey(), seed, ROOT_LIFE, authority(1))));
    }

    HeldKey issuing(HeldKey root) {
        return below(root, name("Lodestone issuing authority"), ISSUING_LIFE, authority(0));
    }

    HeldKey party(HeldKey issuing, PartyId party) {
        return below(issuing, name(party.toString()), PARTY_LIFE, signer());
    }

    private SigningSeed seed() {
        return SigningSeed.of(random.apply(SEED_BYTES));
    }

    private HeldKey below(HeldKey issuer, X500Name subject, Duration life, Uses uses) {
        SigningSeed seed = seed();
        X500Name above = X500Name.getInstance(
                issuer.certificate().getSubjectX500Principal().getEncoded());
        List<X509Certificate> chain = new ArrayList<>();
        chain.add(certify(above, subject, seed.publicKey(), issuer.seed(), life, uses));
        chain.addAll(issuer.chain());
        return new HeldKey(seed, chain);
    }

    private X500Name name(String commonName) {
        X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, commonName);
        return environment == Environment.DEVELOPMENT
                ? name.addRDN(BCStyle.OU, environment.wire()).build()
                : name.build();
    }

    private record Uses(BasicConstraints constraints, KeyUsage usage) {}

    private static Uses authority(int below) {
        return new Uses(new BasicConstraints(below), new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    }

    private static Uses signer() {
        return new Uses(new BasicConstraints(false), new KeyUsage(KeyUsage.digitalSignature));
    }

    private X509Certificate certify(
            X500Name issuer, X500Name subject, PublicKey key, SigningSeed signer, Duration life, Uses uses) {
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                issuer,
                new BigInteger(1, random.apply(SERIAL_BYTES)),
                Date.from(now.minus(HEAD_START)),
                Date.from(now.plus(life)),
                subject,
                new SubjectPublicKeyInfo(ED25519, key.bytes()));
        try {
            builder.addExtension(Extension.basicConstraints, true, uses.constraints());
            builder.addExtension(Extension.keyUsage, true, uses.usage());
            return X509.parse(builder.build(new SeedSigner(signer)).getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The kernel's signer in the form the certificate builder asks for. */
    private static final class SeedSigner implements ContentSigner {

        private final SigningSeed seed;
        private final ByteArrayOutputStream message = new ByteArrayOutputStream();

        private SeedSigner(SigningSeed seed) {
            this.seed = seed;
        }

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return ED25519;
        }

        @Override
        public OutputStream getOutputStream() {
            return message;
        }

        @Override
        public byte[] getSignature() {
            return seed.sign(message.toByteArray());
        }
    }
}

package io.lodestone.evidence.signature;

import static io.lodestone.evidence.signature.TestCertificate.FROM;
import static io.lodestone.evidence.signature.TestCertificate.TO;
import static io.lodestone.evidence.signature.TestCertificate.issuing;
import static io.lodestone.evidence.signature.TestCertificate.leaf;
import static io.lodestone.evidence.signature.TestCertificate.root;
import static io.lodestone.evidence.signature.TestCertificate.seed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lodestone.evidence.signature.SignatureVerification.Rejected;
import io.lodestone.evidence.signature.SignatureVerification.Verified;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;

class CertificateChainTest {

    private static final Instant NOW = Instant.parse("2026-11-22T07:30:00Z");

    private static SignatureVerification<CertificateChain> check(
            TestCertificate leaf, TestCertificate issuing, TestCertificate root, Instant asOf) {
        return CertificateChain.verify(List.of(leaf.der(), issuing.der()), List.of(root.build()), asOf);
    }

    private static SignatureFault fault(TestCertificate leaf, TestCertificate issuing, TestCertificate root) {
        return fault(check(leaf, issuing, root, NOW));
    }

    private static SignatureFault fault(SignatureVerification<CertificateChain> result) {
        return result instanceof Rejected<CertificateChain> rejected ? rejected.fault() : null;
    }

    @Test
    void a_good_chain_gives_subject_and_key() {
        CertificateChain chain = ((Verified<CertificateChain>) check(leaf(), issuing(), root(), NOW)).value();
        assertThat(chain.subject().commonName()).isEqualTo("01a20228-8660-7a01-8b02-0c03d4e5f601");
        assertThat(chain.subject().organisationalUnit()).contains("development");
        assertThat(chain.leafKey()).isEqualTo(seed(3).publicKey());
        assertThat(chain.root()).isEqualTo(root().build());
    }

    @Test
    void needs_exactly_two_certificates() {
        byte[] leaf = leaf().der();
        byte[] issuing = issuing().der();
        for (List<byte[]> x5c : List.of(List.<byte[]>of(), List.of(leaf), List.of(leaf, issuing, root().der()))) {
            assertThat(fault(CertificateChain.verify(x5c, List.of(root().build()), NOW)))
                    .isEqualTo(SignatureFault.CHAIN_LENGTH);
        }
    }

    @Test
    void takes_der_alone() {
        byte[] der = leaf().der();
        String pem = "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(der)
                + "\n-----END CERTIFICATE-----\n";
        for (byte[] bad : List.of(
                new byte[0],
                new byte[] {1, 2, 3},
                pem.getBytes(StandardCharsets.US_ASCII),
                Arrays.copyOf(der, der.length + 1),
                Arrays.copyOf(der, der.length - 1),
                new byte[X509.MAX_BYTES + 1])) {
            assertThat(fault(CertificateChain.verify(List.of(bad, issuing().der()), List.of(root().build()), NOW)))
                    .isEqualTo(SignatureFault.CERTIFICATE_MALFORMED);
            assertThatIllegalArgumentException().isThrownBy(() -> X509.parse(bad));
        }
    }

    @Test
    void step_1_names_must_chain() {
        assertThat(fault(leaf().issuer("CN=Other", seed(2)), issuing(), root()))
                .isEqualTo(SignatureFault.ISSUER_DIFFERS);
        assertThat(fault(leaf(), issuing().issuer("CN=Other", seed(1)), root())).isEqualTo(SignatureFault.ROOT_UNKNOWN);
        assertThat(fault(CertificateChain.verify(List.of(leaf().der(), issuing().der()), List.of(), NOW)))
                .isEqualTo(SignatureFault.ROOT_UNKNOWN);
    }

    @Test
    void step_2_certificates_are_ed25519_throughout() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair pair = generator.generateKeyPair();
        SignatureFault expected = SignatureFault.CERTIFICATE_ALGORITHM;
        assertThat(fault(leaf().otherKey(pair), issuing(), root())).isEqualTo(expected);
        assertThat(fault(leaf().otherSigner(pair), issuing().otherKey(pair), root()))
                .isEqualTo(expected);
        assertThat(fault(leaf().otherSigner(pair), issuing(), root())).isEqualTo(expected);
        assertThat(fault(leaf(), issuing().otherSigner(pair), root().otherKey(pair)))
                .isEqualTo(expected);
        assertThat(fault(leaf(), issuing(), root().otherSigner(pair))).isEqualTo(expected);
    }

    @Test
    void step_2_critical_extensions_must_be_understood() {
        SignatureFault expected = SignatureFault.CERTIFICATE_EXTENSION;
        assertThat(fault(leaf().unknownCritical(), issuing(), root())).isEqualTo(expected);
        assertThat(fault(leaf(), issuing().unknownCritical(), root())).isEqualTo(expected);
        assertThat(fault(leaf(), issuing(), root().unknownCritical())).isEqualTo(expected);
    }

    @Test
    void step_3_signatures_must_be_by_the_key_above() {
        SignatureFault expected = SignatureFault.CERTIFICATE_SIGNATURE_INVALID;
        assertThat(fault(leaf().issuer("CN=Issuing", seed(9)), issuing(), root()))
                .isEqualTo(expected);
        assertThat(fault(leaf(), issuing().issuer("CN=Root", seed(9)), root())).isEqualTo(expected);
    }

    @Test
    void step_3_finds_the_root_among_several_of_one_name() {
        TestCertificate namesake = root().subject("CN=Root", seed(9)).issuer("CN=Root", seed(9));
        assertThat(CertificateChain.verify(
                        List.of(leaf().der(), issuing().der()), List.of(namesake.build(), root().build()), NOW))
                .isInstanceOf(Verified.class);
    }

    @Test
    void step_4_every_certificate_must_be_valid_as_of_the_instant() {
        assertThat(fault(check(leaf(), issuing(), root(), FROM))).isNull();
        assertThat(fault(check(leaf(), issuing(), root(), TO))).isNull();
        assertThat(fault(check(leaf(), issuing(), root(), TO.plusMillis(999)))).isNull();
        Instant early = NOW.minusSeconds(1);
        Instant late = NOW.plusSeconds(1);
        SignatureFault notYet = SignatureFault.CERTIFICATE_NOT_YET_VALID;
        assertThat(fault(leaf().valid(late, TO), issuing(), root())).isEqualTo(notYet);
        assertThat(fault(leaf(), issuing().valid(late, TO), root())).isEqualTo(notYet);
        assertThat(fault(leaf(), issuing(), root().valid(late, TO))).isEqualTo(notYet);
        SignatureFault expired = SignatureFault.CERTIFICATE_EXPIRED;
        assertThat(fault(leaf().valid(FROM, early), issuing(), root())).isEqualTo(expired);
        assertThat(fault(leaf(), issuing().valid(FROM, early), root())).isEqualTo(expired);
        assertThat(fault(leaf(), issuing(), root().valid(FROM, early))).isEqualTo(expired);
    }

    @Test
    void step_4_issuers_are_authorities() {
        SignatureFault expected = SignatureFault.NOT_AN_AUTHORITY;
        assertThat(fault(leaf(), issuing().constraints(null), root())).isEqualTo(expected);
        assertThat(fault(leaf(), issuing().constraints(new BasicConstraints(false)), root()))
                .isEqualTo(expected);
        assertThat(fault(leaf(), issuing(), root().constraints(null))).isEqualTo(expected);
        assertThat(fault(leaf(), issuing(), root().authority(0))).isEqualTo(SignatureFault.PATH_LENGTH);
        assertThat(fault(leaf(), issuing(), root().constraints(new BasicConstraints(true))))
                .isNull();
    }

    @Test
    void step_4_keys_are_used_for_what_they_are_for() {
        SignatureFault expected = SignatureFault.KEY_USAGE;
        assertThat(fault(leaf(), issuing().usage(KeyUsage.digitalSignature), root()))
                .isEqualTo(expected);
        assertThat(fault(leaf(), issuing().usage(null), root())).isEqualTo(expected);
        assertThat(fault(leaf(), issuing(), root().usage(KeyUsage.cRLSign))).isEqualTo(expected);
        assertThat(fault(leaf().usage(null), issuing(), root())).isEqualTo(expected);
        assertThat(fault(leaf().usage(KeyUsage.nonRepudiation), issuing(), root()))
                .isEqualTo(expected);
        assertThat(fault(leaf().usage(KeyUsage.digitalSignature | KeyUsage.keyCertSign), issuing(), root()))
                .isEqualTo(expected);
    }

    @Test
    void step_4_an_authority_does_not_sign_documents() {
        assertThat(fault(leaf().constraints(new BasicConstraints(true)), issuing(), root()))
                .isEqualTo(SignatureFault.LEAF_IS_AUTHORITY);
        assertThat(fault(leaf().constraints(null), issuing(), root())).isNull();
    }

    @Test
    void the_subject_names_one_party() {
        for (String name : List.of("OU=development", "CN=a,CN=b", "CN=a,OU=b,OU=c", "CN=a+OU=b")) {
            assertThat(fault(leaf().subject(name, seed(3)), issuing(), root()))
                    .as(name)
                    .isEqualTo(SignatureFault.SUBJECT);
        }
        SignatureVerification<CertificateChain> odd =
                check(leaf().subject("CN=a\\, CN\\=b,O=c", seed(3)), issuing(), root(), NOW);
        assertThat(((Verified<CertificateChain>) odd).value().subject())
                .isEqualTo(new SubjectName("a, CN=b", java.util.Optional.empty()));
    }

    @Test
    void no_flipped_bit_verifies_and_none_throws() {
        Random random = new Random(509);
        List<byte[]> good = List.of(leaf().der(), issuing().der());
        for (int round = 0; round < 1_000; round++) {
            int which = random.nextInt(2);
            byte[] flipped = good.get(which).clone();
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
            List<byte[]> x5c = which == 0 ? List.of(flipped, good.get(1)) : List.of(good.get(0), flipped);
            assertThat(CertificateChain.verify(x5c, List.of(root().build()), NOW))
                    .isInstanceOf(Rejected.class);
        }
    }
}

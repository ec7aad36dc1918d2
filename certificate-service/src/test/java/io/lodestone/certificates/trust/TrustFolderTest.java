package io.lodestone.certificates.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lodestone.certificates.testing.Magnets;
import io.lodestone.evidence.signature.CertificateChain;
import io.lodestone.evidence.signature.Environment;
import io.lodestone.evidence.signature.SignatureVerification.Verified;
import io.lodestone.evidence.statement.PartyId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustFolderTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final PartyId PARTY = PartyId.parse(Magnets.newId());

    @TempDir
    Path folder;

    private TrustFolder open(Environment environment, String passphrase) {
        SecureRandom random = new SecureRandom();
        return new TrustFolder(folder.resolve("keys"), passphrase.toCharArray(), environment, length -> {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            return bytes;
        });
    }

    @Test
    void a_party_key_verifies_up_to_the_root() {
        TrustFolder trust = open(Environment.DEVELOPMENT, "one");
        HeldKey issuing = trust.issuing(NOW);
        HeldKey party = trust.party(PARTY, issuing, NOW);

        var result = CertificateChain.verify(party.x5c(), List.of(issuing.root()), NOW);

        assertThat(result).isInstanceOf(Verified.class);
        CertificateChain chain = ((Verified<CertificateChain>) result).value();
        assertThat(chain.subject().commonName()).isEqualTo(PARTY.toString());
        assertThat(chain.subject().organisationalUnit()).contains("development");
        assertThat(chain.leafKey()).isEqualTo(party.seed().publicKey());
        assertThat(CertificateChain.verify(party.x5c(), List.of(issuing.root()), NOW.plusSeconds(4L * 365 * 86_400)))
                .isInstanceOf(Verified.class);
    }

    @Test
    void another_start_finds_the_same_keys_in_files_that_only_the_owner_reads() throws Exception {
        TrustFolder first = open(Environment.DEVELOPMENT, "one");
        HeldKey party = first.party(PARTY, first.issuing(NOW), NOW);
        TrustFolder second = open(Environment.DEVELOPMENT, "one");

        assertThat(second.party(PARTY, second.issuing(NOW.plusSeconds(9)), NOW.plusSeconds(9))
                        .chain())
                .isEqualTo(party.chain());
        assertThat(Files.getPosixFilePermissions(folder.resolve("keys/parties/" + PARTY + ".p12")))
                .hasSize(2);
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(it -> it.toString().endsWith(".tmp"))).isEmpty();
        }
    }

    @Test
    void another_passphrase_opens_nothing() {
        assertThat(open(Environment.DEVELOPMENT, "one").issuing(NOW)).isNotNull();

        assertThatThrownBy(() -> open(Environment.DEVELOPMENT, "two").issuing(NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void outside_development_no_authority_is_made() {
        assertThatThrownBy(() -> open(Environment.PRODUCTION, "one").issuing(NOW))
                .isInstanceOf(IllegalStateException.class);
        assertThat(folder.resolve("keys")).doesNotExist();
    }

    @Test
    void every_development_certificate_says_so_and_no_other_does() {
        TrustFolder development = open(Environment.DEVELOPMENT, "one");
        HeldKey issuing = development.issuing(NOW);
        assertThat(development.party(PARTY, issuing, NOW).chain()).hasSize(3);
        assertThat(development.certificates()).hasSize(6).allMatch(DevelopmentMark::isOn);

        HeldKey root = new CertificateMaker(
                        Environment.PRODUCTION,
                        length -> new byte[] {
                            1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25,
                            26, 27, 28, 29, 30, 31, 32
                        },
                        NOW)
                .root();
        assertThat(DevelopmentMark.isOn(root.certificate())).isFalse();
    }
}

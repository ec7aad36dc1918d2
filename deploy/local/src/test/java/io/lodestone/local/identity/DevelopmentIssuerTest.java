package io.lodestone.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.digest.Base64Text;
import io.lodestone.local.host.DataDirectory;
import io.lodestone.local.process.Service;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevelopmentIssuerTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @TempDir
    Path temporary;

    private DataDirectory data;
    private PartyIds parties;

    @BeforeEach
    void write_tokens() {
        data = DataDirectory.open(temporary.resolve("data"));
        parties = PartyIds.keptIn(data.parties());
        new TokenFiles(data, DevelopmentIssuer.keptIn(data.issuerKey(), data.issuerKeySet()), parties).write(NOW);
    }

    @AfterEach
    void unlock() {
        data.unlock();
    }

    @Test
    void a_party_token_says_who_acts_for_whom_in_which_roles_for_an_hour() throws Exception {
        Members claims = Members.of(verified(data.token("magnet-maker-de")));

        assertThat(claims.string("org", 64))
                .isEqualTo(parties.of(Party.MAGNET_MAKER_DE).toString());
        assertThat(claims.string("sub", 64)).isEqualTo("person@magnet-maker-de");
        assertThat(claims.string("iss", 64)).isEqualTo(DevelopmentIssuer.ISSUER);
        assertThat(claims.strings("groups", 9, 64, g -> g)).containsExactly("manufacturer", "exporter");
        assertThat(claims.strings("aud", 9, 64, a -> a))
                .containsExactly("lot-registry", "custody-service", "certificate-service");
        assertThat(claims.integer("iat", 0, Long.MAX_VALUE)).isEqualTo(NOW.getEpochSecond());
        assertThat(claims.integer("exp", 0, Long.MAX_VALUE)).isEqualTo(NOW.getEpochSecond() + 3600);
    }

    @Test
    void a_service_token_is_good_only_at_the_services_it_calls() throws Exception {
        Members registry = Members.of(verified(data.token(Service.LOT_REGISTRY.id())));
        Members certificates = Members.of(verified(data.token(Service.CERTIFICATES.id())));

        assertThat(registry.strings("aud", 9, 64, a -> a)).containsExactly("custody-service");
        assertThat(registry.strings("groups", 9, 64, g -> g)).containsExactly("service");
        assertThat(certificates.strings("aud", 9, 64, a -> a)).containsExactly("lot-registry", "custody-service");
    }

    @Test
    void the_header_names_the_algorithm_and_a_key_that_production_refuses() throws Exception {
        String header = Files.readString(data.token("auditor")).split("\\.")[0];

        assertThat(new String(Base64Text.decodeUrl(header), StandardCharsets.UTF_8))
                .isEqualTo("{\"alg\":\"RS256\",\"kid\":\"development\",\"typ\":\"JWT\"}");
    }

    @Test
    void keys_and_party_ids_stay_the_same_over_a_restart() throws Exception {
        String before = Files.readString(data.issuerKeySet());

        DevelopmentIssuer again = DevelopmentIssuer.keptIn(data.issuerKey(), data.issuerKeySet());

        assertThat(again).isNotNull();
        assertThat(data.issuerKeySet()).hasContent(before);
        assertThat(PartyIds.keptIn(data.parties()).of(Party.AUDITOR)).isEqualTo(parties.of(Party.AUDITOR));
        assertThat(Secrets.origin(data)).matches("local\\.lodestone\\.example/log-[0-9a-f]{8}");
        assertThat(Secrets.origin(data)).isEqualTo(Secrets.origin(data));
    }

    /** The claims of a token, after its signature was checked with the published key set alone. */
    private JsonObject verified(Path file) throws Exception {
        String[] parts = Files.readString(file).split("\\.");
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(published());
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64Text.decodeUrl(parts[2]))).isTrue();
        return (JsonObject) CanonicalJson.parse(Base64Text.decodeUrl(parts[1]));
    }

    private PublicKey published() throws GeneralSecurityException, java.io.IOException {
        byte[] text = Files.readString(data.issuerKeySet()).strip().getBytes(StandardCharsets.UTF_8);
        List<BigInteger> numbers = Members.of(CanonicalJson.parse(text))
                .objects("keys", 1, key -> {
                    key.literal("kid", "development");
                    key.literal("alg", "RS256");
                    key.literal("kty", "RSA");
                    key.literal("use", "sig");
                    return List.of(
                            new BigInteger(1, Base64Text.decodeUrl(key.string("n", 1000))),
                            new BigInteger(1, Base64Text.decodeUrl(key.string("e", 1000))));
                })
                .get(0);
        return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(numbers.get(0), numbers.get(1)));
    }
}

package io.lodestone.kit.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lodestone.kit.testing.TestTokens;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.security.spi.runtime.AuthorizationController;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartupCheckTest {

    private static final Surroundings PRODUCTION = new Surroundings(List.of("prod"));
    private static final Surroundings LOCAL = new Surroundings(List.of("local"));
    private static final KeyPair KEY = TestTokens.newKey();

    @TempDir
    Path folder;

    @Test
    void whatever_does_not_say_development_is_production() {
        assertThat(new Surroundings(List.of()).isDevelopment()).isFalse();
        assertThat(new Surroundings(List.of("staging")).isDevelopment()).isFalse();
        assertThat(new Surroundings(List.of("local", "prod")).isDevelopment()).isFalse();
        assertThat(LOCAL.isDevelopment()).isTrue();
    }

    @Test
    void production_refuses_a_key_whose_kid_says_development() throws IOException {
        assertThat(keys(PRODUCTION, TestTokens.jwks(KEY, "Development-1")))
                .hasValueSatisfying(text -> assertThat(text).contains("says development"));
        assertThat(keys(PRODUCTION, TestTokens.jwks(KEY, "issuer-2026"))).isEmpty();
        assertThat(keys(LOCAL, TestTokens.jwks(KEY, "development-1"))).isEmpty();
    }

    @Test
    void production_refuses_keys_that_cannot_say_it() throws IOException {
        assertThat(keys(PRODUCTION, "-----BEGIN PUBLIC KEY-----")).isPresent();
        assertThat(keys(PRODUCTION, "{\"keys\":[{\"kty\":\"RSA\"}]}")).isPresent();
    }

    @Test
    void production_refuses_keys_over_plain_http_or_in_the_configuration() {
        assertThat(run(new TokenKeyCheck(
                        PRODUCTION, config(Map.of("mp.jwt.verify.publickey.location", "http://issuer.example/jwks")))))
                .isPresent();
        assertThat(run(new TokenKeyCheck(PRODUCTION, config(Map.of("mp.jwt.verify.publickey", "MIIB")))))
                .isPresent();
    }

    @Test
    void refuses_authorization_that_is_off() {
        assertThat(authorization(PRODUCTION, false, Map.of())).isPresent();
        assertThat(authorization(
                        PRODUCTION, true, Map.of("quarkus.security.jaxrs.deny-unannotated-endpoints", "false")))
                .isPresent();
        assertThat(authorization(PRODUCTION, true, Map.of())).isEmpty();
    }

    @Test
    void refuses_a_token_policy_that_pins_nothing() {
        assertThat(authorization(LOCAL, true, Map.of("mp.jwt.verify.issuer", "")))
                .isPresent();
        assertThat(authorization(LOCAL, true, Map.of("mp.jwt.verify.audiences", "")))
                .isPresent();
    }

    @Test
    void reports_all_refusals_at_once() {
        StartupChecks checks = new StartupChecks(List.of(
                () -> Uni.createFrom().item(Optional.of("one reason")),
                () -> Uni.createFrom().item(Optional.empty()),
                () -> Uni.createFrom().item(Optional.of("another reason"))));
        assertThatThrownBy(() -> checks.onStart(new StartupEvent()))
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining("one reason")
                .hasMessageContaining("another reason");
    }

    private Optional<String> keys(Surroundings where, String jwks) throws IOException {
        Path file = Files.writeString(folder.resolve("jwks.json"), jwks, StandardCharsets.UTF_8);
        return run(new TokenKeyCheck(
                where,
                config(Map.of("mp.jwt.verify.publickey.location", file.toUri().toString()))));
    }

    private static Optional<String> authorization(Surroundings where, boolean enabled, Map<String, String> changes) {
        Map<String, String> settings = new HashMap<>(
                Map.of("mp.jwt.verify.issuer", "https://issuer.example", "mp.jwt.verify.audiences", "lot-registry"));
        settings.putAll(changes);
        AuthorizationController controller = new AuthorizationController() {
            @Override
            public boolean isAuthorizationEnabled() {
                return enabled;
            }
        };
        return run(new AuthorizationCheck(controller, where, config(settings)));
    }

    private static Optional<String> run(StartupCheck check) {
        return check.refusal().await().indefinitely();
    }

    private static Config config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build();
    }
}

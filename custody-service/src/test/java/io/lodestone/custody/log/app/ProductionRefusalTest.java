package io.lodestone.custody.log.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.signature.Environment;
import io.lodestone.evidence.signature.SealedKey;
import io.lodestone.evidence.signature.SigningSeed;
import io.lodestone.kit.ids.Ids;
import io.lodestone.kit.startup.StartupCheck;
import io.lodestone.kit.startup.Surroundings;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What production refuses, and what every environment does. */
@QuarkusTest
class ProductionRefusalTest {

    private static final String PASSPHRASE = "correct horse battery staple";

    @Inject
    LogStore store;

    @Inject
    LogSettings running;

    @Inject
    Surroundings surroundings;

    @Inject
    Ids ids;

    @TempDir
    Path folder;

    @Test
    void a_production_key_of_this_log_is_taken() throws IOException {
        assertThat(keyRefusal(Environment.PRODUCTION, running.origin(), false)).isEmpty();
    }

    @Test
    void a_development_key_is_refused_in_production_alone() throws IOException {
        assertThat(keyRefusal(Environment.DEVELOPMENT, running.origin(), false))
                .hasValueSatisfying(why -> assertThat(why).contains("header of the log's key file says development"));
        assertThat(keyRefusal(Environment.DEVELOPMENT, running.origin(), true)).isEmpty();
    }

    @Test
    void a_key_of_another_log_is_refused() throws IOException {
        assertThat(keyRefusal(Environment.PRODUCTION, "other.example/log", false))
                .hasValueSatisfying(why -> assertThat(why).contains("made for the log other.example/log"));
    }

    @Test
    void a_development_key_whose_header_was_rewritten_does_not_open() throws IOException {
        sealed(Environment.DEVELOPMENT, running.origin());
        Path file = folder.resolve("log.key");
        String rewritten = Files.readString(file).replace("development", "production");
        assertThat(Files.writeString(file, rewritten)).exists();
        assertThat(answer(new LogKeyCheck(key(), settings("production"), false)))
                .hasValueSatisfying(why -> assertThat(why).contains("does not open"));
    }

    @Test
    void a_wrong_passphrase_and_a_missing_file_are_refused() throws IOException {
        sealed(Environment.PRODUCTION, running.origin());
        assertThat(Files.writeString(folder.resolve("passphrase"), "another")).exists();
        assertThat(answer(new LogKeyCheck(key(), settings("production"), false)))
                .hasValueSatisfying(why -> assertThat(why).contains("does not open"));
        Files.delete(folder.resolve("passphrase"));
        assertThat(answer(new LogKeyCheck(key(), settings("production"), false)))
                .hasValueSatisfying(why -> assertThat(why).contains("cannot be read"));
    }

    @Test
    void a_production_service_does_not_call_itself_development() {
        assertThat(answer(new HeadStartCheck(store, settings("development"), false)))
                .contains("lodestone.environment must be production");
    }

    @Test
    void the_log_of_a_development_machine_is_refused_in_production() {
        assertThat(answer(new HeadStartCheck(store, settings("production"), false)))
                .hasValueSatisfying(why -> assertThat(why).contains("this is a development log"));
    }

    @Test
    void the_database_of_another_log_is_refused() {
        LogSettings other = new LogSettings(
                "other.example/log", "development", file("log.key"), file("passphrase"), file("checkpoint"));
        assertThat(answer(new HeadStartCheck(store, other, true)))
                .hasValueSatisfying(why -> assertThat(why).contains("the database is of the log " + running.origin()));
    }

    private Optional<String> keyRefusal(Environment environment, String origin, boolean development)
            throws IOException {
        sealed(environment, origin);
        return answer(new LogKeyCheck(key(), settings("production"), development));
    }

    private void sealed(Environment environment, String origin) throws IOException {
        SealedKey key = new SealedKey(environment, origin, SigningSeed.of(ids.random(32)));
        String text = key.seal(
                PASSPHRASE.toCharArray(), ids.random(SealedKey.SALT_LENGTH), ids.random(SealedKey.NONCE_LENGTH));
        assertThat(Files.writeString(file("log.key"), text)).exists();
        assertThat(Files.writeString(file("passphrase"), PASSPHRASE)).exists();
    }

    private LogKey key() {
        return new LogKey(settings("production"), surroundings, ids);
    }

    private LogSettings settings(String environment) {
        return new LogSettings(running.origin(), environment, file("log.key"), file("passphrase"), file("checkpoint"));
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private static Optional<String> answer(StartupCheck check) {
        return check.refusal().await().atMost(Duration.ofSeconds(5));
    }
}

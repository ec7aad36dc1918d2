package io.lodestone.custody;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.custody.log.app.HeadStartCheck;
import io.lodestone.custody.log.app.OutsideStartCheck;
import io.lodestone.custody.log.app.Publisher;
import io.lodestone.kit.startup.StartupCheck;
import io.lodestone.kit.testing.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RefusalToStartTest {

    @Inject
    HeadStartCheck head;

    @Inject
    OutsideStartCheck outside;

    @Inject
    Publisher publisher;

    @ConfigProperty(name = "lodestone.log.outside-checkpoint")
    Path file;

    @Test
    void a_head_row_edited_by_hand_is_refused() throws SQLException {
        var party = Ledger.aParty();
        assertThat(party).isNotNull();
        assertThat(answer(head)).isEmpty();
        sql("UPDATE log_head SET last_time = last_time + interval '1 second'");
        assertThat(answer(head)).hasValueSatisfying(why -> assertThat(why).contains("another time"));
        sql("UPDATE log_head SET last_time = last_time - interval '1 second', size = size + 1");
        assertThat(answer(head)).hasValueSatisfying(why -> assertThat(why).contains("entries"));
        sql("UPDATE log_head SET size = size - 1");
        assertThat(answer(head)).isEmpty();
    }

    @Test
    void a_checkpoint_that_the_log_did_not_sign_is_not_taken_from_the_database() throws SQLException {
        assertThat(Ledger.aParty()).isNotNull();
        publisher.publish().await().atMost(Duration.ofSeconds(5));
        sql("UPDATE publication SET checkpoint = checkpoint || 'x'");
        Optional<String> edited = answer(outside);
        sql("UPDATE publication SET checkpoint = c.checkpoint FROM published_checkpoint c"
                + " WHERE c.size = publication.size");
        assertThat(edited)
                .hasValueSatisfying(
                        why -> assertThat(why).contains("published checkpoint in the database is not one of this log"));
        assertThat(answer(outside)).isEmpty();
    }

    @Test
    void an_older_database_and_a_missing_checkpoint_are_refused() throws Exception {
        var party = Ledger.aParty();
        assertThat(party).isNotNull();
        publisher.publish().await().atMost(Duration.ofSeconds(5));
        assertThat(answer(outside)).isEmpty();
        String kept = Files.readString(file);
        sql("UPDATE log_head SET size = size - 1");
        Optional<String> older = answer(outside);
        sql("UPDATE log_head SET size = size + 1");
        assertThat(older).hasValueSatisfying(why -> assertThat(why).contains("earlier state"));
        Files.delete(file);
        Optional<String> missing = answer(outside);
        Files.writeString(file, kept);
        assertThat(missing).hasValueSatisfying(why -> assertThat(why).contains("missing"));
        assertThat(answer(outside)).isEmpty();
    }

    private static Optional<String> answer(StartupCheck check) {
        return check.refusal().await().atMost(Duration.ofSeconds(5));
    }

    private static void sql(String statement) throws SQLException {
        try (Connection db = TestDatabase.asOwner()) {
            db.createStatement().execute(statement);
        }
    }
}

package io.lodestone.custody;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.custody.log.app.HeadStartCheck;
import io.lodestone.custody.log.app.OutsideStartCheck;
import io.lodestone.custody.log.app.Publisher;
import io.lodestone.kit.startup.StartupCheck;
import io.lodestone.kit.testing.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A whole database is put back to what it was, as a restored backup would do, under the checkpoint kept outside. */
@QuarkusTest
class RestoredDatabaseTest {

    /** Parents before their children. */
    private static final List<String> TABLES = List.of(
            "log_head",
            "entry",
            "nullifier",
            "statement",
            "annex",
            "acceptance_record",
            "decision",
            "holding",
            "holding_certified",
            "lot_version",
            "pool",
            "pool_period",
            "withdrawal",
            "transfer",
            "transfer_lot",
            "transfer_weighing",
            "party",
            "facility",
            "assay",
            "ruleset",
            "certificate",
            "tile",
            "publication",
            "published_checkpoint",
            "cosignature",
            "cosigning",
            "prepared",
            "party_key",
            "party_signing",
            "statement_signature",
            "material_statement",
            "lot_made",
            "draw",
            "correction",
            "stale_mark",
            "webhook",
            "webhook_cursor",
            "webhook_delivery",
            "access_grant",
            "sweep",
            "sweep_finding");

    @Inject
    HeadStartCheck head;

    @Inject
    OutsideStartCheck outside;

    @Inject
    Publisher publisher;

    @BeforeEach
    void no_sweep_goes_on() throws Exception {
        NoSweep.goesOn();
    }

    @Test
    void a_database_restored_to_before_the_last_checkpoint_is_refused() throws SQLException {
        assertThat(Ledger.aParty()).isNotNull();
        publish();
        save("backup");
        assertThat(Ledger.aParty()).isNotNull();
        publish();
        save("latest");

        restore("backup");
        Optional<String> inItself = answer(head);
        Optional<String> restored = answer(outside);
        restore("latest");

        assertThat(inItself).as("a backup agrees with itself").isEmpty();
        assertThat(restored).hasValueSatisfying(why -> assertThat(why).contains("restored to an earlier state"));
        assertThat(answer(head)).isEmpty();
        assertThat(answer(outside)).isEmpty();
        assertThat(Ledger.aParty()).isNotNull();
    }

    @Test
    void a_database_whose_last_entry_was_taken_back_and_replaced_is_refused() throws SQLException {
        assertThat(Ledger.aParty()).isNotNull();
        publish();
        save("latest");

        sql("UPDATE entry SET leaf_hash = (SELECT e.leaf_hash FROM entry e WHERE e.log_index = 1)"
                + " WHERE log_index = (SELECT size - 1 FROM log_head)");
        sql("UPDATE log_head SET last_leaf = (SELECT leaf_hash FROM entry WHERE log_index = 1)");
        Optional<String> edited = answer(head);
        restore("latest");

        assertThat(edited).hasValueSatisfying(why -> assertThat(why).contains("is not what its row says"));
        assertThat(answer(head)).isEmpty();
    }

    @Test
    void a_head_row_that_forgets_the_last_entry_is_refused() throws SQLException {
        assertThat(Ledger.aParty()).isNotNull();
        publish();
        save("latest");

        sql("UPDATE log_head SET size = size - 1, last_leaf = e.leaf_hash, last_time = e.time"
                + " FROM entry e WHERE e.log_index = size - 2");
        Optional<String> edited = answer(head);
        restore("latest");

        assertThat(edited).hasValueSatisfying(why -> assertThat(why).contains("last one stored is not number"));
    }

    private void publish() {
        publisher.publish().await().atMost(Duration.ofSeconds(5));
    }

    private static Optional<String> answer(StartupCheck check) {
        return check.refusal().await().atMost(Duration.ofSeconds(5));
    }

    private static void save(String name) throws SQLException {
        sql("DROP SCHEMA IF EXISTS " + name + " CASCADE");
        sql("CREATE SCHEMA " + name);
        for (String table : TABLES) {
            sql("CREATE TABLE " + name + "." + table + " AS TABLE public." + table);
        }
    }

    /** In one transaction, so that the running service sees one state or the other. */
    private static void restore(String name) throws SQLException {
        try (Connection db = TestDatabase.asOwner();
                Statement sql = db.createStatement()) {
            db.setAutoCommit(false);
            sql.execute("TRUNCATE " + String.join(", ", TABLES));
            for (String table : TABLES) {
                sql.execute("INSERT INTO " + table + " SELECT * FROM " + name + "." + table);
            }
            db.commit();
        }
    }

    private static void sql(String statement) throws SQLException {
        try (Connection db = TestDatabase.asOwner()) {
            db.createStatement().execute(statement);
        }
    }
}

package io.lodestone.custody.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.custody.Everything;
import io.lodestone.custody.Ledger;
import io.lodestone.custody.sql.Replays;
import io.lodestone.custody.sweep.SweptCopy.Column;
import io.lodestone.custody.sweep.app.Projections.Step;
import io.lodestone.custody.sweep.store.PgProjections;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody who may do anything in the database changes what follows from statements, and a replay finds what and where. */
@QuarkusTest
class ReplayTamperTest {

    /** What follows from no statement: requests and plans of the service, and what it has done about them. */
    private static final Set<String> UNCOVERED = Set.of(
            "prepared",
            "webhook",
            "webhook_cursor",
            "webhook_delivery",
            "sweep",
            "sweep_finding",
            // Each verifies by itself, by its witness's key; and who asks the witnesses.
            "cosignature",
            "cosigning");

    @Inject
    Vertx vertx;

    @Inject
    Replays replays;

    private SweptCopy copy;

    @BeforeEach
    void something_of_everything_is_stated() throws SQLException {
        Everything.state();
        copy = new SweptCopy("derived", vertx);
        Everything.settle();
    }

    @AfterEach
    void drop() throws SQLException {
        copy.close();
    }

    @Test
    void every_table_is_hashed_or_computed_again_with_every_column_or_said_why_it_is_not() throws SQLException {
        Set<String> known = new TreeSet<>(TamperTest.SWEPT);
        known.addAll(UNCOVERED);
        known.addAll(copy.replayed());
        assertThat(known).containsAll(copy.tables());
        for (String table : copy.replayed()) {
            assertThat(SweptCopy.columns("replay", table)).as(table).isEqualTo(SweptCopy.columns("public", table));
        }
    }

    @Test
    void a_change_of_any_column_a_row_too_few_and_one_too_many_are_found_where_they_are() throws SQLException {
        assertThat(replay()).isEmpty();
        List<String> missed = new ArrayList<>();
        for (String table : copy.replayed()) {
            // A table that was put back may have its rows in other places.
            for (Column column : SweptCopy.columns("public", table)) {
                copy.change("UPDATE " + table + " SET " + column.name() + " = " + column.changed() + " WHERE ctid = '"
                        + copy.row(table) + "'");
                check(table, column.name(), missed);
            }
            copy.change("DELETE FROM " + table + " WHERE ctid = '" + copy.row(table) + "'");
            check(table, "", missed);
        }
        assertThat(missed).isEmpty();
        assertThat(compared()).isEmpty();
    }

    /** That there is one finding in that table, and, but for keys, in that column. */
    private void check(String table, String column, List<String> missed) throws SQLException {
        List<Finding> found = compared();
        copy.restore(table);
        List<String> keys = copy.keys(table);
        boolean located = !found.isEmpty()
                && found.stream()
                        .allMatch(it -> it.table().equals(table) && it.key().isPresent())
                && found.stream()
                        .anyMatch(it -> it.column().equals(column)
                                || (column.isEmpty() || keys.contains(column)) && keys.contains(it.column()));
        if (!located) {
            missed.add(table + "." + column + ": " + found);
        }
    }

    @Test
    void what_was_not_kept_of_a_version_is_no_finding() throws SQLException {
        assertThat(replay()).isEmpty();
        copy.change("UPDATE lot_version SET state = NULL, remaining_ug = NULL, spend_secret = NULL WHERE ctid = '"
                + copy.row("lot_version") + "'");
        List<Finding> found = compared();
        copy.restore("lot_version");
        assertThat(found).isEmpty();
    }

    @Test
    void a_statement_that_would_not_be_accepted_is_found_with_all_that_came_of_it() throws SQLException {
        long admitted = copy.number("SELECT max(log_index) FROM party");
        // The statement is of another party, as if that had been admitted.
        copy.change("UPDATE statement SET bytes = (SELECT bytes FROM statement s WHERE s.log_index = "
                + copy.number("SELECT min(log_index) FROM party") + ") WHERE log_index = " + admitted);

        List<Finding> found = replay();

        assertThat(found)
                .anySatisfy(it -> {
                    assertThat(it.table()).isEqualTo("statement");
                    assertThat(it.index()).contains(admitted);
                    assertThat(it.message()).contains("party-exists");
                })
                .anySatisfy(it -> {
                    assertThat(it.table()).isEqualTo("party");
                    assertThat(it.index()).contains(admitted);
                });
    }

    /** From the first entry on. */
    private List<Finding> replay() throws SQLException {
        copy.change("TRUNCATE derived_replay.replay_position");
        return compared();
    }

    /** Over what is replayed already. */
    private List<Finding> compared() throws SQLException {
        copy.change("UPDATE derived_replay.replay_position SET compared = 0");
        SweepId sweep = new SweepId(copy.firstSweep());
        List<Finding> findings = new ArrayList<>();
        boolean done = false;
        while (!done) {
            Step step = copy.pool()
                    .withTransaction(db ->
                            new PgProjections(db, replays, "derived", "derived_replay").step(sweep, Ledger.ORIGIN))
                    .await()
                    .atMost(Duration.ofSeconds(30));
            findings.addAll(step.findings());
            done = step.done();
        }
        return findings;
    }
}

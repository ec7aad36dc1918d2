package io.lodestone.custody.sweep;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.lodestone.custody.KeyRefusals;
import io.lodestone.custody.Ledger;
import io.lodestone.custody.Stock;
import io.lodestone.custody.log.app.LogKey;
import io.lodestone.custody.log.app.LogSettings;
import io.lodestone.custody.log.app.OutsideCheckpoint;
import io.lodestone.custody.log.app.Publisher;
import io.lodestone.custody.sweep.SweptCopy.Column;
import io.lodestone.custody.sweep.app.LogReader;
import io.lodestone.custody.sweep.app.SweepSteps;
import io.lodestone.custody.sweep.store.PgLogReader;
import io.lodestone.evidence.checkpoint.Checkpoint;
import io.lodestone.evidence.checkpoint.NoteVerification.Verified;
import io.lodestone.evidence.checkpoint.VerifierKey;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.merkle.TreeSize;
import io.lodestone.evidence.signature.SigningSeed;
import io.lodestone.evidence.statement.PartyId;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody who may do anything in the database changes it, and the sweep finds what and where. */
@QuarkusTest
class TamperTest {

    /** What checkpoints cover by digests. */
    static final Set<String> SWEPT = Set.of(
            "entry",
            "statement",
            "annex",
            "statement_signature",
            "acceptance_record",
            "nullifier",
            "decision",
            "tile",
            "publication",
            "published_checkpoint",
            "log_head");

    private static final SigningSeed OTHER = SigningSeed.of(new byte[32]);

    /** Says nothing: it keeps a table at one row. */
    private static final String ONE_ROW = "one";

    @Inject
    Vertx vertx;

    @Inject
    Publisher publisher;

    @Inject
    LogSettings settings;

    @Inject
    LogKey key;

    @TempDir
    Path folder;

    private OutsideCheckpoint outside;
    private SweepSteps steps;
    private SweptCopy copy;
    private LogReader log;

    @BeforeEach
    void something_of_everything_is_published() throws SQLException, IOException {
        PartyId party = Ledger.aParty();
        PartyId recipient = Ledger.aParty();
        Stock stock = Stock.of(party);
        given().header("Authorization", Ledger.bearer(party))
                .contentType("application/json")
                .body("{\"recipient\":\"" + recipient + "\",\"title\":\"stays\",\"purpose\":\"sale\",\"route\":"
                        + "{\"dispatch\":\"CN\",\"destination\":\"JP\"},\"lots\":[{\"lot\":\"" + stock.lot() + "\"}]}")
                .post("/transfers")
                .then()
                .statusCode(201);
        assertThat(Stock.of(party)).isNotNull();
        KeyRefusals.state(Ledger.aParty());
        wait(publisher.publish());
        copy = new SweptCopy("tampered", vertx);
        log = new PgLogReader(copy.pool());
        Path file = folder.resolve("checkpoint");
        assertThat(Files.writeString(
                        file, copy.list("SELECT checkpoint FROM publication").get(0)))
                .exists();
        outside = new OutsideCheckpoint(
                new LogSettings(
                        settings.origin(), settings.environment(), settings.keyFile(), settings.passphraseFile(), file),
                key);
        steps = new SweepSteps(key, outside);
    }

    @AfterEach
    void drop() throws SQLException {
        copy.close();
    }

    @Test
    void what_nobody_changed_agrees() {
        assertThat(sweep()).isEmpty();
    }

    @Test
    void a_change_of_any_column_is_found_where_it_is() throws SQLException {
        List<String> missed = new ArrayList<>();
        for (String table : new TreeSet<>(SWEPT)) {
            for (Column column : columns(table)) {
                if (!column.name().equals(ONE_ROW)) {
                    change(table, column).ifPresent(missed::add);
                }
            }
        }
        assertThat(missed).isEmpty();
        assertThat(sweep()).isEmpty();
    }

    @Test
    void a_row_that_is_gone_is_found_where_it_was() throws SQLException {
        List<String> missed = new ArrayList<>();
        Set<String> tables = new TreeSet<>(SWEPT);
        // Which sizes were published follows from nothing: only the last of them is known.
        assertThat(tables.remove("published_checkpoint")).isTrue();
        for (String table : tables) {
            String row = aRow(table);
            List<String> where = where(table, row);
            copy.change("DELETE FROM " + table + " WHERE ctid = '" + row + "'");
            List<Finding> found = sweep();
            copy.restore(table);
            if (!located(found, table, where)) {
                missed.add(table + " at " + where + ": " + found);
            }
        }
        assertThat(missed).isEmpty();
    }

    @Test
    void a_history_rewritten_with_chain_tree_tiles_and_head_is_caught_by_the_signature_and_the_checkpoint_outside()
            throws SQLException {
        // One after which the clock moved on, or a delay would show in the order of the times.
        long index =
                copy.number("SELECT max(e.log_index) FROM entry e JOIN entry next ON next.log_index = e.log_index + 1"
                        + " WHERE next.time > e.time AND e.log_index <= " + Math.max(1, size() - 20));
        Forger forger = new Forger(copy);
        for (Rewriting rewriting : List.<Rewriting>of(forger::restate, forger::record, forger::delay)) {
            Digest root = rewriting.at(index);
            assertThat(sweep())
                    .extracting(Finding::table, Finding::column)
                    .containsExactlyInAnyOrder(
                            tuple("publication", "root"),
                            tuple("published_checkpoint", "checkpoint"),
                            tuple("checkpoint", "outside"));

            forger.checkpoint(new Checkpoint(Ledger.ORIGIN, new TreeSize(size()), root)
                    .sign(new VerifierKey(Ledger.ORIGIN, OTHER.publicKey()), OTHER)
                    .toString());
            assertThat(sweep())
                    .extracting(Finding::table, Finding::column)
                    .containsExactlyInAnyOrder(
                            tuple("publication", "checkpoint"),
                            tuple("published_checkpoint", "checkpoint"),
                            tuple("checkpoint", "outside"));

            forger.checkpoint(key.sign(new Checkpoint(Ledger.ORIGIN, new TreeSize(size()), root))
                    .toString());
            assertThat(sweep())
                    .as("by somebody who has the log's key")
                    .extracting(Finding::table, Finding::column)
                    .containsExactly(tuple("checkpoint", "outside"));
            for (String table : SWEPT) {
                copy.restore(table);
            }
        }
        assertThat(sweep()).isEmpty();
    }

    @Test
    void a_publisher_that_died_before_its_commit_is_no_disagreement_and_hides_none() throws SQLException {
        long size = size();
        Checkpoint before = published(
                "SELECT checkpoint FROM published_checkpoint WHERE size < " + size + " ORDER BY size DESC LIMIT 1");
        new Forger(copy).unpublish(before);

        assertThat(sweep()).isEmpty();
        assertThat(sweep(before.size().value())).isEmpty();

        copy.change("UPDATE entry SET leaf_hash = sha256('') WHERE log_index = " + before.size());
        assertThat(sweep(before.size().value()))
                .as("of an entry that only the checkpoint outside covers")
                .extracting(Finding::table, Finding::column)
                .contains(tuple("checkpoint", "outside"));
        copy.change("DELETE FROM entry WHERE log_index = " + (size - 1));
        assertThat(sweep(before.size().value()))
                .extracting(Finding::table, Finding::column)
                .contains(tuple("publication", "size"));
    }

    private Checkpoint published(String query) throws SQLException {
        return ((Verified<Checkpoint>) Checkpoint.open(copy.list(query).get(0), key.verifier())).value();
    }

    private interface Rewriting {
        Digest at(long index) throws SQLException;
    }

    private static List<Column> columns(String table) throws SQLException {
        return SweptCopy.columns("public", table);
    }

    private Optional<String> change(String table, Column column) throws SQLException {
        String row = aRow(table);
        List<String> where = where(table, row);
        copy.change(
                "UPDATE " + table + " SET " + column.name() + " = " + column.changed() + " WHERE ctid = '" + row + "'");
        List<Finding> found = sweep();
        copy.restore(table);
        return located(found, table, where)
                ? Optional.empty()
                : Optional.of(table + "." + column.name() + " at " + where + ": " + found);
    }

    /** One in the middle, of those that belong to an entry. */
    private String aRow(String table) throws SQLException {
        boolean indexed = columns(table).stream().anyMatch(it -> it.name().equals("log_index"));
        List<String> rows = copy.list("SELECT ctid FROM " + table
                + (indexed ? " WHERE log_index IS NOT NULL ORDER BY log_index" : " ORDER BY ctid"));
        return rows.get(rows.size() / 2);
    }

    /** The index that the row belongs to; empty where it belongs to the whole log. */
    private List<String> where(String table, String row) throws SQLException {
        return columns(table).stream().anyMatch(it -> it.name().equals("log_index"))
                ? copy.list("SELECT log_index FROM " + table + " WHERE ctid = '" + row + "'")
                : List.of();
    }

    private static boolean located(List<Finding> found, String table, List<String> where) {
        return found.stream()
                .anyMatch(finding -> finding.table().equals(table)
                        && (where.isEmpty()
                                || finding.index()
                                        .map(Object::toString)
                                        .filter(where::contains)
                                        .isPresent()));
    }

    /** As the checkpoint outside the database says. */
    private long size() {
        return outside.read().orElseThrow().size().value();
    }

    private List<Finding> sweep() {
        return sweep(size());
    }

    private List<Finding> sweep(long size) {
        List<Finding> findings = new ArrayList<>();
        Position at = Position.START;
        while (at.next() < size) {
            EntrySweep.Swept swept = wait(steps.next(log, at, size));
            findings.addAll(swept.findings());
            at = swept.position();
        }
        findings.addAll(wait(steps.end(log, at)));
        return findings;
    }

    private static <T> T wait(Uni<T> answer) {
        return answer.await().atMost(Duration.ofSeconds(10));
    }
}

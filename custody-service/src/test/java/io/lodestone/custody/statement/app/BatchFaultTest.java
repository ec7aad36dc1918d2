package io.lodestone.custody.statement.app;

import static io.lodestone.custody.Ledger.registry;
import static io.lodestone.custody.Ledger.statement;
import static io.lodestone.custody.Ledger.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.lodestone.custody.Ledger;
import io.lodestone.custody.statement.Outcome;
import io.lodestone.custody.statement.Submission;
import io.lodestone.custody.statement.app.BatchQueue.Waiting;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.FacilityRegistered;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.kit.ids.Ids;
import io.lodestone.kit.problem.LedgerProblem;
import io.lodestone.kit.testing.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The crash points between "persisted" and "answered". */
@QuarkusTest
class BatchFaultTest {

    @Inject
    BatchStore real;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    @Inject
    SequencerMetrics metrics;

    @Test
    void a_batch_that_is_persisted_but_not_confirmed_is_answered_as_it_was_decided() throws SQLException {
        List<Waiting> batch = batch(3, Ledger.aParty());
        int before = entries();

        process(new FaultyStore(real, true, true), batch);

        assertThat(batch).allSatisfy(one -> {
            Outcome outcome = one.answer().getNow(null);
            assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
            submit(registry(), one.submission().statement())
                    .then()
                    .statusCode(201)
                    .body("index", equalTo((int) ((Outcome.Accepted) outcome).index()));
        });
        assertThat(entries()).isEqualTo(before + 3);
    }

    @Test
    void a_refusal_that_is_persisted_but_not_confirmed_is_answered_as_it_was_decided() throws SQLException {
        List<Waiting> batch = batch(1, new PartyId(Ledger.id()));
        int before = entries();
        process(new FaultyStore(real, true, true), batch);
        assertThat(batch.get(0).answer().getNow(null)).isInstanceOf(Outcome.Refused.class);
        submit(registry(), batch.get(0).submission().statement())
                .then()
                .statusCode(422)
                .body("type", endsWith("/party-unknown"));
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void a_batch_that_was_not_persisted_decides_nothing_and_can_be_sent_again() throws SQLException {
        List<Waiting> batch = batch(2, Ledger.aParty());
        int before = entries();
        FaultyStore store = new FaultyStore(real, false, true);

        process(store, batch);

        assertThat(store.transactions).hasValue(1);
        assertThat(batch).allSatisfy(one -> unavailable(one, "Nothing was decided"));
        assertThat(entries()).isEqualTo(before);
        batch.forEach(one -> Ledger.accepted(submit(registry(), one.submission().statement())));
        assertThat(entries()).isEqualTo(before + 2);
    }

    @Test
    void where_even_the_read_back_fails_the_caller_is_told_that_it_is_not_known() throws SQLException {
        List<Waiting> batch = batch(1, Ledger.aParty());
        int before = entries();
        process(new FaultyStore(real, true, false), batch);
        unavailable(batch.get(0), "is not known");
        assertThat(entries()).isEqualTo(before + 1);
        Ledger.accepted(submit(registry(), batch.get(0).submission().statement()));
        assertThat(entries()).isEqualTo(before + 1);
    }

    @Test
    void a_batch_that_gets_no_answer_is_read_back_and_can_be_sent_again() throws SQLException {
        List<Waiting> batch = batch(2, Ledger.aParty());
        int before = entries();
        process(new SilentStore(real, true), batch, Duration.ofMillis(200));
        assertThat(batch).allSatisfy(one -> unavailable(one, "Nothing was decided"));
        batch.forEach(one -> Ledger.accepted(submit(registry(), one.submission().statement())));
        assertThat(entries()).isEqualTo(before + 2);
    }

    @Test
    void where_reading_back_gets_no_answer_either_the_caller_is_told_that_it_is_not_known() {
        List<Waiting> batch = batch(1, Ledger.aParty());
        process(new SilentStore(real, false), batch, Duration.ofMillis(200));
        unavailable(batch.get(0), "is not known");
    }

    @Test
    void a_statement_that_the_database_does_not_take_fails_alone() throws SQLException {
        List<Waiting> batch = batch(9, Ledger.aParty());
        Waiting poisoned = batch.get(5);
        int before = entries();
        sql("CREATE FUNCTION poison() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.id = '"
                + poisoned.submission().statement().id()
                + "' THEN RAISE EXCEPTION 'poisoned'; END IF; RETURN NEW; END $$");
        sql("CREATE TRIGGER poison BEFORE INSERT ON statement FOR EACH ROW EXECUTE FUNCTION poison()");
        try {
            process(real, batch);
        } finally {
            sql("DROP TRIGGER poison ON statement");
            sql("DROP FUNCTION poison()");
        }
        assertThat(poisoned.answer()).isCompletedExceptionally();
        assertThat(batch)
                .filteredOn(one -> one != poisoned)
                .allSatisfy(one -> assertThat(one.answer().getNow(null)).isInstanceOf(Outcome.Accepted.class));
        assertThat(entries()).isEqualTo(before + 8);
        Ledger.accepted(submit(registry(), poisoned.submission().statement()));
    }

    @Test
    void a_retry_within_the_batch_gets_the_answer_of_the_first() throws SQLException {
        Waiting first = batch(1, Ledger.aParty()).get(0);
        Waiting again = new Waiting(first.submission(), new CompletableFuture<>());
        int before = entries();
        process(real, List.of(first, again));
        assertThat(again.answer().getNow(null)).isEqualTo(first.answer().getNow(null));
        assertThat(entries()).isEqualTo(before + 1);
    }

    private void process(BatchStore store, List<Waiting> batch) {
        new Batches(store, ids, clock, metrics).process(batch).await().atMost(Duration.ofSeconds(20));
    }

    private void process(BatchStore store, List<Waiting> batch, Duration patience) {
        new Batches(store, ids, clock, metrics, patience).process(batch).await().atMost(Duration.ofSeconds(20));
    }

    private static void unavailable(Waiting one, String detail) {
        assertThat(one.answer())
                .isCompletedExceptionally()
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(LedgerProblem.class)
                .withMessageContaining(detail);
    }

    private static List<Waiting> batch(int size, PartyId party) {
        return IntStream.range(0, size)
                .mapToObj(i -> facility(party))
                .map(facility -> new Waiting(new Submission(facility, List.of()), new CompletableFuture<>()))
                .toList();
    }

    private static Statement facility(PartyId party) {
        return statement(party, new FacilityRegistered("CN", new FacilityId(Ledger.id())));
    }

    private static int entries() throws SQLException {
        try (Connection db = TestDatabase.asOwner();
                ResultSet rows =
                        db.createStatement().executeQuery("SELECT size, (SELECT count(*) FROM entry) FROM log_head")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(rows.getInt(2));
            return rows.getInt(1);
        }
    }

    private static void sql(String statement) throws SQLException {
        try (Connection db = TestDatabase.asOwner()) {
            boolean ignored = db.createStatement().execute(statement);
        }
    }
}

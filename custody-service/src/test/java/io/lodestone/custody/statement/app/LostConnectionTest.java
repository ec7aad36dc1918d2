package io.lodestone.custody.statement.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.custody.Ledger;
import io.lodestone.custody.statement.BatchResult;
import io.lodestone.custody.statement.Decided;
import io.lodestone.custody.statement.StatementKey;
import io.lodestone.custody.statement.Submission;
import io.lodestone.custody.statement.app.BatchQueue.Waiting;
import io.lodestone.evidence.statement.Entry;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.FacilityRegistered;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.kit.ids.Ids;
import io.lodestone.kit.problem.LedgerProblem;
import io.lodestone.kit.testing.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A transaction that PostgreSQL itself ends while the batch is decided. */
@QuarkusTest
class LostConnectionTest {

    @Inject
    BatchStore real;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    @Inject
    SequencerMetrics metrics;

    @Test
    void a_backend_that_is_killed_decides_nothing() {
        decidesNothing(LostConnectionTest::killBackend);
    }

    @Test
    void a_batch_that_sits_too_long_on_the_head_row_decides_nothing() {
        decidesNothing(() -> sleep(Duration.ofMillis(2_600)));
    }

    private void decidesNothing(Runnable during) {
        Statement statement =
                Ledger.statement(Ledger.aParty(), new FacilityRegistered("CN", new FacilityId(Ledger.id())));
        Waiting one = new Waiting(new Submission(statement, List.of()), new CompletableFuture<>());

        new Batches(new Interrupted(real, during), ids, clock, metrics)
                .process(List.of(one))
                .await()
                .atMost(Duration.ofSeconds(20));

        assertThat(one.answer())
                .isCompletedExceptionally()
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(LedgerProblem.class)
                .withMessageContaining("send it again under the same id");
        Ledger.accepted(Ledger.submit(Ledger.registry(), statement));
    }

    private static void killBackend() {
        try (Connection db = TestDatabase.asService()) {
            boolean ignored = db.createStatement()
                    .execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                            + " WHERE usename = current_user AND state = 'idle in transaction'");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The real store, in which something happens while a batch is decided. */
    private record Interrupted(BatchStore real, Runnable during) implements BatchStore {

        @Override
        public Uni<Void> open(Entry genesis) {
            return real.open(genesis);
        }

        @Override
        public Uni<BatchResult> transact(List<Submission> batch, Work work) {
            return real.transact(batch, (head, rows, decided) -> {
                during.run();
                return work.decide(head, rows, decided);
            });
        }

        @Override
        public Uni<Map<StatementKey, Decided>> decided(Collection<StatementKey> keys) {
            return real.decided(keys);
        }
    }
}

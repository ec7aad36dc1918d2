package io.lodestone.custody.statement.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.custody.Ledger;
import io.lodestone.custody.statement.Submission;
import io.lodestone.custody.statement.app.BatchQueue.Waiting;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.Correction;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.FacilityRegistered;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class BatchQueueTest {

    private final BatchQueue queue = new BatchQueue();
    private final Submission submission = submission();

    @Test
    void what_came_first_is_taken_first_and_no_more_than_asked_for() {
        Submission second = submission();
        assertThat(queue.offer(submission)).isPresent();
        assertThat(queue.offer(second)).isPresent();
        assertThat(queue.take(1)).extracting(Waiting::submission).containsExactly(submission);
        assertThat(queue.take(256)).extracting(Waiting::submission).containsExactly(second);
        assertThat(queue.take(256)).isEmpty();
    }

    @Test
    void a_correction_is_taken_alone_between_what_came_before_and_after() {
        Submission correction = correction();
        Submission last = submission();
        for (Submission one : List.of(submission, correction, last)) {
            assertThat(queue.offer(one)).isPresent();
        }
        assertThat(queue.take(256)).extracting(Waiting::submission).containsExactly(submission);
        assertThat(queue.take(256)).extracting(Waiting::submission).containsExactly(correction);
        assertThat(queue.take(256)).extracting(Waiting::submission).containsExactly(last);
    }

    @Test
    void a_group_is_never_parted() {
        Submission second = submission();
        assertThat(queue.offer(submission)).isPresent();
        assertThat(queue.offer(List.of(submission, second))).isPresent();
        assertThat(queue.take(2)).extracting(Waiting::submission).containsExactly(submission);
        assertThat(queue.take(2)).extracting(Waiting::submission).containsExactly(submission, second);
        assertThat(queue.size()).isZero();
    }

    @Test
    void a_group_that_does_not_fit_is_not_taken_at_all() {
        for (int i = 1; i < BatchQueue.MAX_COUNT; i++) {
            assertThat(queue.offer(submission)).isPresent();
        }
        assertThat(queue.offer(List.of(submission, submission))).isEmpty();
        assertThat(queue.offer(submission)).isPresent();
    }

    @Test
    void a_full_queue_takes_nothing_until_a_batch_has_left_it() {
        for (int i = 0; i < BatchQueue.MAX_COUNT; i++) {
            assertThat(queue.offer(submission)).isPresent();
        }
        assertThat(queue.offer(submission)).isEmpty();
        assertThat(queue.take(256)).hasSize(256);
        assertThat(queue.offer(submission)).isPresent();
        assertThat(queue.size()).isEqualTo(BatchQueue.MAX_COUNT - 255);
    }

    @Test
    void whoever_waits_for_work_is_woken_by_it() {
        CompletableFuture<Boolean> work = queue.work().toCompletableFuture();
        assertThat(work).isNotDone();
        assertThat(queue.offer(submission)).isPresent();
        assertThat(work).isCompletedWithValue(true);
    }

    @Test
    void a_closed_queue_wakes_its_reader_and_takes_nothing_more() {
        CompletableFuture<Boolean> work = queue.work().toCompletableFuture();
        queue.close();
        assertThat(work).isCompletedWithValue(false);
        assertThat(queue.work().toCompletableFuture()).isCompletedWithValue(false);
        assertThat(queue.offer(submission)).isEmpty();
    }

    private static Submission correction() {
        LotVersion lot = new LotVersion(new LotId(Ledger.id()), 1);
        Correction body = new Correction(
                Digest.sha256(new byte[0]), Ledger.now(), Correction.Reason.OTHER, List.of(lot), Optional.empty());
        return new Submission(Ledger.statement(new PartyId(Ledger.id()), body), List.of());
    }

    private static Submission submission() {
        Statement statement =
                Ledger.statement(new PartyId(Ledger.id()), new FacilityRegistered("CN", new FacilityId(Ledger.id())));
        return new Submission(statement, List.of());
    }
}

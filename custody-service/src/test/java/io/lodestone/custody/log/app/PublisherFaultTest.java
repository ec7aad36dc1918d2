package io.lodestone.custody.log.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lodestone.custody.Ledger;
import io.lodestone.custody.log.LogDisagreement;
import io.lodestone.custody.log.Published;
import io.lodestone.evidence.checkpoint.Checkpoint;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.merkle.TreeSize;
import io.lodestone.kit.problem.LedgerProblem;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The crash points between "accepted" and "signed", and a publisher that meets a checkpoint it cannot extend. */
@QuarkusTest
class PublisherFaultTest {

    @Inject
    LogStore store;

    @Inject
    LogSettings settings;

    @Inject
    LogKey key;

    @Inject
    OutsideCheckpoint outside;

    @Inject
    OutsideStartCheck check;

    @Inject
    Publisher publisher;

    @Inject
    PublishMetrics metrics;

    @TempDir
    Path folder;

    @Test
    void a_publisher_killed_between_the_file_and_the_commit_is_continued_by_the_next() {
        Checkpoint written = killed();
        assertThat(wait(check.refusal())).isEmpty();

        wait(publisher.publish());

        Published published = wait(store.published()).orElseThrow();
        assertThat(published.size()).isGreaterThanOrEqualTo(written.size());
        assertThat(wait(check.refusal())).isEmpty();
        Checkpoint kept = outside.read().orElseThrow();
        assertThat(kept.size()).isGreaterThanOrEqualTo(written.size());
        Digest root = wait(store.transaction(db -> db.tiles(new io.lodestone.custody.log.TileNeeds()
                        .edgeOf(published.size())
                        .edgeOf(written.size()))
                .map(tiles -> io.lodestone.evidence.merkle.TileTree.of(tiles, published.size())
                        .root(written.size()))));
        assertThat(root).isEqualTo(written.root());
    }

    /** Publishing stands in a race with the service's own publisher, so it is tried until it has something to do. */
    private Checkpoint killed() {
        DyingStore dying = new DyingStore(store);
        Publisher doomed = publisher(dying, outside, new LogState());
        for (int i = 0; i < 50; i++) {
            assertThat(Ledger.aParty()).isNotNull();
            try {
                wait(doomed.publish());
            } catch (IllegalStateException e) {
                return dying.last;
            }
        }
        throw new AssertionError("never came to publish anything");
    }

    @Test
    void a_publisher_that_cannot_extend_the_checkpoint_outside_stops_the_log_and_signs_nothing() throws Exception {
        Path file = folder.resolve("checkpoint");
        Checkpoint foreign = new Checkpoint(settings.origin(), new TreeSize(1), Digest.sha256(new byte[] {1}));
        String note = key.sign(foreign).toString();
        Files.writeString(file, note);
        LogState state = new LogState();
        state.onStart(new StartupEvent());
        Publisher stopping = publisher(store, at(file), state);

        for (int i = 0; i < 50 && state.stopped().isEmpty(); i++) {
            assertThat(Ledger.aParty()).isNotNull();
            try {
                wait(stopping.publish());
            } catch (LogDisagreement e) {
                state.stop(e.getMessage());
            }
        }

        assertThat(state.stopped()).hasValueSatisfying(why -> assertThat(why).contains("does not extend"));
        assertThat(Files.readString(file)).isEqualTo(note);
        wait(stopping.run());
        assertThatThrownBy(() -> wait(new Proofs(store, state, new CosignedHead(Optional.empty(), false)).checkpoint()))
                .isInstanceOf(LedgerProblem.class)
                .hasMessageContaining("proves nothing");
    }

    @Test
    void a_smaller_checkpoint_never_replaces_a_larger() throws Exception {
        Path file = folder.resolve("checkpoint");
        OutsideCheckpoint kept = at(file);
        Checkpoint nine = new Checkpoint(settings.origin(), new TreeSize(9), Digest.sha256(new byte[] {9}));
        Checkpoint four = new Checkpoint(settings.origin(), new TreeSize(4), Digest.sha256(new byte[] {4}));
        kept.write(nine, key.sign(nine));
        kept.write(four, key.sign(four));
        assertThat(kept.read()).contains(nine);
        assertThat(java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    private OutsideCheckpoint at(Path file) {
        return new OutsideCheckpoint(
                new LogSettings(
                        settings.origin(), settings.environment(), settings.keyFile(), settings.passphraseFile(), file),
                key);
    }

    private Publisher publisher(LogStore log, OutsideCheckpoint kept, LogState state) {
        return new Publisher(log, settings, key, kept, state, metrics);
    }

    private static <T> T wait(Uni<T> answer) {
        return answer.await().atMost(Duration.ofSeconds(10));
    }
}

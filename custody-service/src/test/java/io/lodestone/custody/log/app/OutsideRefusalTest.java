package io.lodestone.custody.log.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.custody.Ledger;
import io.lodestone.custody.log.Published;
import io.lodestone.evidence.checkpoint.Checkpoint;
import io.lodestone.evidence.checkpoint.VerifierKey;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.merkle.TreeSize;
import io.lodestone.evidence.signature.SigningSeed;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start refuses of the checkpoint that is kept outside the database, each with a sentence of its own. */
@QuarkusTest
class OutsideRefusalTest {

    @Inject
    LogStore store;

    @Inject
    LogSettings settings;

    @Inject
    LogKey key;

    @Inject
    Publisher publisher;

    @TempDir
    Path folder;

    private Published published;

    @BeforeEach
    void something_is_published() {
        assertThat(Ledger.aParty()).isNotNull();
        publisher.publish().await().atMost(Duration.ofSeconds(5));
        published = store.published().await().atMost(Duration.ofSeconds(5)).orElseThrow();
    }

    @Test
    void the_published_checkpoint_and_earlier_ones_are_taken() throws Exception {
        assertThat(refusal(published.checkpoint().orElseThrow())).isEmpty();
        Digest first = store.entry(0)
                .await()
                .atMost(Duration.ofSeconds(5))
                .orElseThrow()
                .leaf();
        assertThat(refusal(signed(1, first))).isEmpty();
    }

    @Test
    void one_that_is_larger_than_the_log_is_refused() throws Exception {
        assertThat(refusal(signed(published.size().value() + 10_000, published.root())))
                .hasValueSatisfying(why -> assertThat(why).contains("restored to an earlier state"));
    }

    @Test
    void one_with_another_root_is_refused() throws Exception {
        assertThat(refusal(signed(published.size().value(), Digest.sha256(new byte[] {1}))))
                .hasValueSatisfying(why -> assertThat(why).contains("another root at size " + published.size()));
        assertThat(refusal(signed(1, Digest.sha256(new byte[] {1}))))
                .hasValueSatisfying(why -> assertThat(why).contains("another root at size 1"));
    }

    @Test
    void one_that_is_gone_is_refused() {
        assertThat(check())
                .hasValueSatisfying(why -> assertThat(why)
                        .contains("published " + published.size() + " entries")
                        .contains("missing"));
    }

    @Test
    void one_by_another_key_or_log_or_none_is_refused() throws Exception {
        Checkpoint right = new Checkpoint(settings.origin(), published.size(), published.root());
        SigningSeed other = SigningSeed.of(new byte[32]);
        String byAnother = right.sign(new VerifierKey(settings.origin(), other.publicKey()), other)
                .toString();
        for (String note : new String[] {byAnother, "", published.checkpoint().orElseThrow() + "x"}) {
            assertThat(refusal(note))
                    .hasValueSatisfying(why -> assertThat(why).contains("is not one of this log and key"));
        }
    }

    private String signed(long size, Digest root) {
        return key.sign(new Checkpoint(settings.origin(), new TreeSize(size), root))
                .toString();
    }

    private Optional<String> refusal(String note) throws Exception {
        assertThat(Files.writeString(folder.resolve("checkpoint"), note)).exists();
        return check();
    }

    private Optional<String> check() {
        LogSettings here = new LogSettings(
                settings.origin(),
                settings.environment(),
                settings.keyFile(),
                settings.passphraseFile(),
                folder.resolve("checkpoint"));
        return new OutsideStartCheck(store, new OutsideCheckpoint(here, key), key)
                .refusal()
                .await()
                .atMost(Duration.ofSeconds(5));
    }
}

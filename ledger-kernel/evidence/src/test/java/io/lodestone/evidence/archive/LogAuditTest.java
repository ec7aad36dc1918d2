package io.lodestone.evidence.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.archive.LogVerification.Incomplete;
import io.lodestone.evidence.archive.LogVerification.Rejected;
import io.lodestone.evidence.archive.LogVerification.Verified;
import io.lodestone.evidence.checkpoint.Checkpoint;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.signature.Environment;
import io.lodestone.evidence.statement.Entry;
import io.lodestone.evidence.testing.ArchivedLog;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An audit of a log that is changed in one place, or made wrong from the start. */
class LogAuditTest {

    private final ArchivedLog log = new ArchivedLog("one");

    private static LogVerification audit(Map<String, byte[]> files, Optional<Checkpoint> earlier) {
        try {
            return new LogAudit((path, limit) -> files.get(path), ArchivedLog.KEY, earlier, entries -> {}).verify();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static LogVerification audit(Map<String, byte[]> files) {
        return audit(files, Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 255, 256, 257, 600})
    void a_log_of_any_size_is_verified(int size) {
        log.grow(size);
        Verified verified = (Verified) audit(log.files());
        assertThat(verified.checkpoint().size().value()).isEqualTo(size);
        assertThat(verified.environment()).isEqualTo(Environment.DEVELOPMENT);
        assertThat(verified.lastLeaf()).isEqualTo(log.lastLeaf());
        assertThat(verified.lastTime()).isEqualTo(log.lastTime());
        assertThat(verified.spent()).isEqualTo((size - 1) / 3);
    }

    @Test
    void a_bit_changed_anywhere_is_rejected() {
        log.grow(300);
        Map<String, byte[]> files = log.files();
        assertThat(files.keySet())
                .containsExactlyInAnyOrder(
                        "checkpoint",
                        "tile/0/000",
                        "tile/0/001.p/44",
                        "tile/1/000.p/1",
                        "tile/entries/000",
                        "tile/entries/001.p/44");
        files.forEach((path, bytes) -> {
            for (int at = 0; at < bytes.length; at += 1 + bytes.length / 40) {
                bytes[at] ^= 1;
                assertThat(audit(files)).as("byte %s of %s", at, path).isInstanceOf(Rejected.class);
                bytes[at] ^= 1;
            }
        });
        assertThat(audit(files)).isInstanceOf(Verified.class);
    }

    @Test
    void a_file_that_is_missing_or_cut_short_or_longer_is_said() {
        log.grow(300);
        for (String path : log.files().keySet()) {
            Map<String, byte[]> files = new HashMap<>(log.files());
            byte[] whole = files.remove(path);
            assertThat(audit(files)).isEqualTo(new Incomplete(path));
            files.put(path, Arrays.copyOf(whole, whole.length - 1));
            assertThat(audit(files)).isInstanceOf(Rejected.class);
            files.put(path, Arrays.copyOf(whole, whole.length + 1));
            assertThat(audit(files)).isInstanceOf(Rejected.class);
            files.put(path, new byte[20_000_000]);
            assertThat(audit(files)).isInstanceOf(Rejected.class);
        }
    }

    @Test
    void a_nullifier_shown_twice_is_two_histories() {
        log.grow(10);
        log.append(log.next(List.of(ArchivedLog.nullifier(3))));
        assertThat(((Rejected) audit(log.files())).detail()).contains("entry 10", "two histories of one lot");
    }

    @Test
    void entries_that_do_not_follow_one_another_are_found_though_the_tree_is_right() {
        log.grow(10);
        log.append(Entry.next(ArchivedLog.ORIGIN, Digest.leaf(new byte[1]), digest(), List.of(), log.lastTime()));
        assertThat(((Rejected) audit(log.files())).detail()).contains("entry 10", "leaf hash of the entry before");
    }

    @Test
    void an_entry_of_another_log_or_time_or_no_entry_at_all_is_found() {
        List<Entry> wrong = new ArrayList<>();
        log.grow(10);
        wrong.add(Entry.next("other.example/log", log.lastLeaf(), digest(), List.of(), log.lastTime()));
        wrong.add(Entry.next(
                ArchivedLog.ORIGIN,
                log.lastLeaf(),
                digest(),
                List.of(),
                log.lastTime().minusMillis(1)));
        wrong.add(Entry.genesis("production", ArchivedLog.ORIGIN, log.lastTime()));
        for (Entry entry : wrong) {
            ArchivedLog bad = new ArchivedLog("one");
            bad.grow(10);
            bad.append(entry);
            assertThat(((Rejected) audit(bad.files())).detail()).contains("entry 10");
        }
        log.append(new byte[] {'{', '}'});
        assertThat(((Rejected) audit(log.files())).detail()).contains("entry 10", "is not an entry");
    }

    @Test
    void a_log_continues_the_checkpoint_verified_before_or_shows_two_histories() {
        log.grow(300);
        Checkpoint before = log.checkpoint();
        log.grow(700);
        assertThat(audit(log.files(), Optional.of(before))).isInstanceOf(Verified.class);
        assertThat(audit(log.files(), Optional.of(log.checkpoint()))).isInstanceOf(Verified.class);

        Checkpoint other = new Checkpoint(before.origin(), before.size(), Digest.leaf(new byte[3]));
        assertThat(((Rejected) audit(log.files(), Optional.of(other))).detail()).contains("two histories");
        ArchivedLog shorter = new ArchivedLog("one");
        shorter.grow(200);
        assertThat(((Rejected) audit(shorter.files(), Optional.of(before))).detail())
                .contains("fewer entries");
    }

    private static Digest digest() {
        return Digest.sha256(new byte[] {7});
    }
}

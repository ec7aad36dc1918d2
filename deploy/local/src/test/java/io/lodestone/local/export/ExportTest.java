package io.lodestone.local.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.lodestone.evidence.archive.LogFiles;
import io.lodestone.evidence.archive.LogVerification.Rejected;
import io.lodestone.evidence.archive.LogVerification.Verified;
import io.lodestone.evidence.testing.ArchivedLog;
import io.lodestone.local.export.Export.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {

    @TempDir
    private Path folder;

    private final ArchivedLog log = new ArchivedLog("one");

    private Outcome export(Map<String, byte[]> served) throws IOException {
        return export((path, limit) -> served.get(path));
    }

    private Outcome export(LogFiles source) throws IOException {
        return new Export(source, folder, ArchivedLog.KEY, entries -> {}).run();
    }

    private Map<String, byte[]> written() throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(path).toString(), Files.readAllBytes(path));
            }
        }
        return files;
    }

    @Test
    void a_log_is_copied_byte_for_byte_with_its_key() throws IOException {
        log.grow(600);
        Outcome outcome = export(log.files());
        assertThat(outcome.result()).isInstanceOf(Verified.class);
        Map<String, byte[]> written = written();
        assertThat(new String(written.remove("log.vkey"))).isEqualTo(ArchivedLog.KEY + "\n");
        assertThat(written.keySet()).isEqualTo(log.files().keySet());
        log.files().forEach((path, bytes) -> assertThat(written.get(path)).isEqualTo(bytes));
        assertThat(outcome.copied()).isEqualTo(log.files().size() - 1);
    }

    @Test
    void what_stopped_goes_on_and_what_grew_is_added_to() throws IOException {
        log.grow(600);
        Map<String, byte[]> served = log.files();
        assertThatIOException()
                .isThrownBy(() -> export((path, limit) -> {
                    if (path.equals("tile/0/001")) {
                        throw new IOException("gone");
                    }
                    return served.get(path);
                }));
        assertThat(written()).doesNotContainKeys("checkpoint", "log.vkey");
        Outcome again = export(served);
        assertThat(again.result()).isInstanceOf(Verified.class);
        assertThat(again.kept()).isEqualTo(3);
        assertThat(again.copied()).isEqualTo(served.size() - 1 - 3);
        assertThat(export(served).copied()).isZero();

        log.grow(1_000);
        Outcome grown = export(log.files());
        assertThat(grown.result()).isInstanceOf(Verified.class);
        // Two full tiles and bundles stand; two tiles and bundles and the level above are new.
        assertThat(grown.kept()).isEqualTo(4);
        assertThat(grown.copied()).isEqualTo(5);
    }

    @Test
    void what_was_damaged_in_the_folder_is_copied_again() throws IOException {
        log.grow(600);
        Outcome whole = export(log.files());
        assertThat(whole.result()).isInstanceOf(Verified.class);
        for (String path : log.files().keySet()) {
            if (!path.equals("checkpoint")) {
                byte[] bytes = Files.readAllBytes(folder.resolve(path));
                bytes[bytes.length / 2] ^= 1;
                Files.write(folder.resolve(path), bytes);
                assertThat(export(log.files()).result()).as(path).isInstanceOf(Verified.class);
                assertThat(written().get(path)).isEqualTo(log.files().get(path));
            }
        }
    }

    @Test
    void what_the_log_serves_wrong_leaves_no_checkpoint() throws IOException {
        log.grow(300);
        Map<String, byte[]> served = log.files();
        served.get("tile/entries/000")[5_000] ^= 1;
        assertThat(export(served).result()).isInstanceOf(Rejected.class);
        assertThat(written()).doesNotContainKeys("checkpoint", "log.vkey");
    }

    @Test
    void another_history_is_refused_and_the_folder_keeps_its_checkpoint() throws IOException {
        log.grow(300);
        assertThat(export(log.files()).result()).isInstanceOf(Verified.class);
        ArchivedLog other = new ArchivedLog("another");
        other.grow(700);
        Outcome forked = export(other.files());
        assertThat(((Rejected) forked.result()).detail()).contains("two histories");
        assertThat(written().get("checkpoint")).isEqualTo(log.files().get("checkpoint"));
    }
}

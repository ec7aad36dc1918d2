package io.lodestone.custody.log.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFileTest {

    @TempDir
    Path folder;

    @Test
    void of_several_that_make_a_file_at_once_the_first_ones_stays() throws Exception {
        Path file = folder.resolve("key");
        ExecutorService replicas = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> starts = IntStream.range(0, 64)
                    .<Callable<String>>mapToObj(i -> () -> {
                        PrivateFile.create(file, "key " + i);
                        return Files.readString(file);
                    })
                    .toList();
            String kept = null;
            for (Future<String> start : replicas.invokeAll(starts)) {
                kept = kept == null ? start.get() : kept;
                assertThat(start.get()).isEqualTo(kept);
            }
        } finally {
            replicas.shutdownNow();
        }
        assertThat(Files.list(folder)).containsExactly(file);
    }

    @Test
    void a_file_that_is_written_again_has_the_last_text() throws IOException {
        Path file = folder.resolve("checkpoint");
        PrivateFile.write(file, "one");
        PrivateFile.write(file, "two");
        assertThat(file).hasContent("two");
    }
}

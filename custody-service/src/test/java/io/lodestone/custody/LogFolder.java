package io.lodestone.custody;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A fresh folder for the log's key and outside checkpoint, as fresh as the module's database. */
public final class LogFolder implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        try {
            Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
            Path folder = Files.createTempDirectory(target, "log-");
            return Map.of(
                    "lodestone.log.origin", Ledger.ORIGIN,
                    "lodestone.log.key-file", folder.resolve("log.key").toString(),
                    "lodestone.log.passphrase-file",
                            folder.resolve("passphrase").toString(),
                    "lodestone.log.outside-checkpoint",
                            folder.resolve("checkpoint").toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {}
}

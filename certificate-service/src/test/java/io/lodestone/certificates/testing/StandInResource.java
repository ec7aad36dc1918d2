package io.lodestone.certificates.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Chooses the port of the stand-ins and a fresh trust folder, before the service under test starts. */
public final class StandInResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        try (ServerSocket free = new ServerSocket(0)) {
            Path folder = Files.createTempDirectory(
                    Files.createDirectories(Path.of("target").toAbsolutePath()), "trust");
            Path passphrase = Files.writeString(folder.resolve("passphrase"), "only in tests\n");
            String url = "http://localhost:" + free.getLocalPort();
            return Map.of(
                    "lodestone.test.stand-in-port",
                    Integer.toString(free.getLocalPort()),
                    "lodestone.custody.url",
                    url,
                    "lodestone.lots.url",
                    url,
                    "lodestone.log.origin",
                    FakeLog.ORIGIN,
                    "lodestone.trust.folder",
                    folder.resolve("keys").toString(),
                    "lodestone.trust.passphrase-file",
                    passphrase.toString(),
                    "lodestone.certificates.resume-every",
                    "0.2s",
                    "lodestone.certificates.resume-after",
                    "0.3s",
                    "lodestone.certificates.wait",
                    "2s");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {}
}

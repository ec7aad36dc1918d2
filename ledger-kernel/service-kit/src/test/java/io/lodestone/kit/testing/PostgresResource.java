package io.lodestone.kit.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One PostgreSQL a module, with the two logins of production: {@code service_owner},
 * who migrates, and {@code service_app}, who owns nothing and gets what the migrations grant to
 * <code>${app_role}</code>.
 *
 * <p>Its settings are durable ones; where the machine has memory to spare its files lie there, which spares the disk's
 * flushes. The library's shared unpack directory is left alone: the binaries lie under this module's {@code target}.
 */
public final class PostgresResource implements QuarkusTestResourceLifecycleManager {

    public static final String DATABASE = "service";
    public static final String OWNER = "service_owner";
    public static final String APP = "service_app";
    public static final String PASSWORD = "only-in-tests";

    private static final long MEMORY_NEEDED = 4L << 30;

    private @Nullable EmbeddedPostgres postgres;

    @Override
    public Map<String, String> start() {
        try {
            EmbeddedPostgres started = EmbeddedPostgres.builder()
                    .setDataDirectory(Files.createTempDirectory(memoryOrDisk(), "lodestone-tests-"))
                    .setOverrideWorkingDirectory(
                            Path.of("target", "postgres").toAbsolutePath().toFile())
                    .setServerConfig("fsync", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "200")
                    .start();
            postgres = started;
            createDatabase(started);
            return settings(started.getPort());
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        } catch (SQLException e) {
            throw new IllegalStateException("the test database could not be made", e);
        }
    }

    /** These tests end processes and not machines, so what is flushed need not reach a disk. */
    private static Path memoryOrDisk() {
        Path memory = Path.of("/dev/shm");
        boolean roomy = Files.isWritable(memory) && memory.toFile().getUsableSpace() >= MEMORY_NEEDED;
        return roomy ? memory : Path.of("target").toAbsolutePath();
    }

    private static void createDatabase(EmbeddedPostgres server) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("CREATE ROLE " + OWNER + " LOGIN PASSWORD '" + PASSWORD + "'");
            sql.execute("CREATE ROLE " + APP + " LOGIN PASSWORD '" + PASSWORD + "'");
            sql.execute("CREATE DATABASE " + DATABASE + " OWNER " + OWNER + " TEMPLATE template0 ENCODING 'UTF8'");
            sql.execute("REVOKE ALL ON DATABASE " + DATABASE + " FROM PUBLIC");
            sql.execute("GRANT CONNECT ON DATABASE " + DATABASE + " TO " + APP);
        }
    }

    private static Map<String, String> settings(int port) {
        String address = "postgresql://localhost:" + port + "/" + DATABASE;
        System.setProperty("lodestone.test.jdbc-url", "jdbc:" + address);
        return Map.of(
                "quarkus.datasource.reactive.url", address,
                "quarkus.datasource.username", APP,
                "quarkus.datasource.password", PASSWORD,
                "quarkus.flyway.jdbc-url", "jdbc:" + address,
                "quarkus.flyway.username", OWNER,
                "quarkus.flyway.password", PASSWORD,
                "quarkus.flyway.placeholders.app_role", APP);
    }

    @Override
    public void stop() {
        EmbeddedPostgres started = postgres;
        if (started == null) {
            return;
        }
        try {
            started.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop", e);
        }
    }
}

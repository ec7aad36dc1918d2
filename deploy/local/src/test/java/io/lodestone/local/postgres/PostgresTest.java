package io.lodestone.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lodestone.local.host.DataDirectory;
import io.lodestone.local.host.Unprivileged;
import io.lodestone.local.postgres.DatabaseLogins.Login;
import io.lodestone.local.process.Service;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One cluster for all: making it is the slow part. */
class PostgresTest {

    @TempDir
    static Path temporary;

    private static DataDirectory data;
    private static DatabaseLogins logins;
    private static Postgres postgres;
    private static int port;

    @BeforeAll
    static void make() throws IOException {
        data = DataDirectory.open(temporary.resolve("data"));
        logins = DatabaseLogins.keptIn(data.databaseLogins());
        postgres = Postgres.prepared(data, logins, Unprivileged.detect());
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
    }

    @AfterAll
    static void stop() {
        postgres.stop();
        data.unlock();
    }

    @BeforeEach
    void start() {
        if (postgres.running().isEmpty()) {
            postgres.start(port);
        }
    }

    @Test
    void what_was_committed_survives_a_kill_of_the_server() throws Exception {
        try (Connection connection = as(logins.migrations(Service.CUSTODY), Service.CUSTODY)) {
            execute(connection, "CREATE TABLE kept (value text)");
            execute(connection, "INSERT INTO kept VALUES ('acknowledged')");
            ProcessHandle server = postgres.running().orElseThrow();
            assertThat(server.destroyForcibly()).isTrue();
            assertThat(server.onExit().get(10, TimeUnit.SECONDS).isAlive()).isFalse();
        }
        assertThat(postgres.running()).isEmpty();

        postgres.start(port);

        try (Connection connection = as(logins.app(Service.CUSTODY), Service.CUSTODY)) {
            assertThat(text(connection, "SELECT value FROM kept")).isEqualTo("acknowledged");
        }
    }

    @Test
    void a_server_left_behind_is_found_by_the_next_launcher_and_stopped() {
        Postgres next = Postgres.prepared(data, logins, Unprivileged.detect());

        assertThat(next.running()).isPresent();
        next.stop();

        assertThat(postgres.running()).isEmpty();
    }

    @Test
    void everything_acknowledged_is_on_disk() throws SQLException {
        try (Connection connection = as(logins.app(Service.CUSTODY), Service.CUSTODY)) {
            assertThat(text(connection, "SHOW fsync")).isEqualTo("on");
            assertThat(text(connection, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(text(connection, "SHOW full_page_writes")).isEqualTo("on");
            assertThat(text(connection, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void a_service_reads_and_adds_what_its_migrations_made_and_no_more() throws SQLException {
        try (Connection owner = as(logins.migrations(Service.LOT_REGISTRY), Service.LOT_REGISTRY)) {
            execute(owner, "CREATE TABLE entry (id bigint GENERATED ALWAYS AS IDENTITY, value text)");
        }
        try (Connection app = as(logins.app(Service.LOT_REGISTRY), Service.LOT_REGISTRY)) {
            execute(app, "INSERT INTO entry (value) VALUES ('one')");
            assertThat(text(app, "SELECT value FROM entry")).isEqualTo("one");
            assertThatThrownBy(() -> execute(app, "UPDATE entry SET value = 'two'"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> execute(app, "CREATE TABLE other (value text)"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void another_service_and_a_wrong_password_are_kept_out() {
        assertThatThrownBy(() -> as(logins.app(Service.LOT_REGISTRY), Service.CUSTODY))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied for database");
        assertThatThrownBy(() -> as(new Login(logins.superuser().user(), "wrong"), Service.CUSTODY))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    private static Connection as(Login login, Service service) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + service.database(), login.user(), login.password());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}

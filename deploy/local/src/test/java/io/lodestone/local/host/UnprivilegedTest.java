package io.lodestone.local.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lodestone.local.postgres.DatabaseLogins;
import io.lodestone.local.postgres.Postgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Root where user namespaces are forbidden; an ordinary user has nothing to test here. */
class UnprivilegedTest {

    @TempDir
    Path temporary;

    @BeforeEach
    void only_as_root() {
        assumeTrue(new com.sun.security.auth.module.UnixSystem().getUid() == 0);
    }

    @Test
    void postgres_runs_as_another_user_who_then_owns_its_files() throws IOException {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx--x--x"));
        DataDirectory data = DataDirectory.open(temporary.resolve("data"));
        Unprivileged user = Unprivileged.anotherUser();
        Postgres postgres = Postgres.prepared(data, DatabaseLogins.keptIn(data.databaseLogins()), user);

        postgres.start(freePort());

        assertThat(postgres.running()).isPresent();
        assertThat(Files.getOwner(data.postgres()).getName())
                .isEqualTo(user.owner().orElseThrow());
        assertThat(Files.getOwner(data.databaseLogins()).getName()).isEqualTo("root");
        postgres.stop();
        assertThat(postgres.running()).isEmpty();
        data.unlock();
    }

    @Test
    void a_folder_that_the_other_user_cannot_enter_is_refused_with_a_way_out() throws IOException {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx------"));
        DataDirectory data = DataDirectory.open(temporary.resolve("data"));
        DatabaseLogins logins = DatabaseLogins.keptIn(data.databaseLogins());

        assertThatThrownBy(() -> Postgres.prepared(data, logins, Unprivileged.anotherUser()))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("--data");
        data.unlock();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

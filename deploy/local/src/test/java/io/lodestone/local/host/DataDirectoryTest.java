package io.lodestone.local.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    Path temporary;

    @Test
    void only_its_owner_may_enter_it() throws IOException {
        DataDirectory data = DataDirectory.open(temporary.resolve("data"));

        assertThat(permissions(data.root())).isEqualTo("rwx------");
        assertThat(permissions(data.postgres())).isEqualTo("rwx------");
        data.unlock();
    }

    @Test
    void a_second_launcher_is_refused_until_the_first_lets_go() {
        DataDirectory first = DataDirectory.open(temporary.resolve("data"));

        assertThatThrownBy(() -> DataDirectory.open(temporary.resolve("data")))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("another launcher");
        first.unlock();
        DataDirectory.open(temporary.resolve("data")).unlock();
    }

    @Test
    void a_private_file_is_replaced_whole_and_never_readable_by_others() throws IOException {
        Path file = temporary.resolve("token");
        PrivateFiles.write(file, "one");
        PrivateFiles.write(file, "two");

        assertThat(file).hasContent("two");
        assertThat(permissions(file)).isEqualTo("rw-------");
        try (var files = Files.list(temporary)) {
            assertThat(files).containsExactly(file);
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}

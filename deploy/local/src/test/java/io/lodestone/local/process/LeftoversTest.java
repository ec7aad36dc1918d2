package io.lodestone.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

    @TempDir
    Path temporary;

    @Test
    void the_children_of_this_data_directory_are_ended_and_no_others() throws Exception {
        // Given
        Path mine = temporary.resolve("mine");
        Children others = new Children(temporary.resolve("mine-too"));
        Process left = fake(new Children(mine), "19481");
        Process other = fake(others, "19482");

        // When
        int ended = Leftovers.end(mine);

        // Then
        assertThat(ended).isEqualTo(1);
        assertThat(left.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(other.isAlive()).isTrue();
        others.stop();
        assertThat(other.isAlive()).isFalse();
    }

    private Process fake(Children children, String port) {
        return children.java(
                List.of("-cp", System.getProperty("java.class.path"), FakeService.class.getName()),
                Map.of("QUARKUS_MANAGEMENT_PORT", port),
                Optional.of(temporary.resolve(port + ".log")));
    }
}

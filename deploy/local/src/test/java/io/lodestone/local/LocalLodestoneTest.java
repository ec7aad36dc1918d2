package io.lodestone.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lodestone.local.host.DataDirectory;
import io.lodestone.local.host.LaunchException;
import io.lodestone.local.host.Ports;
import io.lodestone.local.host.Progress;
import io.lodestone.local.process.FakeService;
import io.lodestone.local.process.Leftovers;
import io.lodestone.local.process.Service;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real PostgreSQL, and fakes in place of the services. */
class LocalLodestoneTest {

    private static final Ports PORTS = new Ports(24000);

    @TempDir
    static Path temporary;

    private static DataDirectory data;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeAll
    static void open() {
        data = DataDirectory.open(temporary.resolve("data"));
    }

    @AfterAll
    static void unlock() {
        data.unlock();
    }

    @Test
    void a_started_lodestone_leaves_nothing_running_when_it_is_closed() {
        try (LocalLodestone lodestone = lodestone()) {
            lodestone.start(fakes());
            assertThat(Leftovers.of(data.root())).hasSize(3);
            assertThat(lodestone.listening()).contains("http://127.0.0.1:24082");
        }
        assertThat(Leftovers.of(data.root())).isEmpty();
        PORTS.requireFree();
        assertThat(said()).contains("PostgreSQL is ready", "custody-service is ready");
    }

    @Test
    void the_death_of_a_service_is_a_failure_that_names_it_and_shows_its_log() throws Exception {
        try (LocalLodestone lodestone = lodestone()) {
            lodestone.start(fakes());
            ProcessHandle one = Leftovers.of(data.root()).get(0);
            assertThat(one.destroyForcibly()).isTrue();
            assertThatThrownBy(lodestone::await)
                    .isInstanceOf(LaunchException.class)
                    .hasMessageContaining("process " + one.pid())
                    .hasMessageContaining("listening on");
        }
    }

    @Test
    void a_service_that_refuses_to_start_stops_the_start_with_its_reason() {
        Map<Service, List<String>> programs = fakes();
        programs.put(Service.CUSTODY, fake("fail"));
        try (LocalLodestone lodestone = lodestone()) {
            assertThatThrownBy(() -> lodestone.start(programs))
                    .isInstanceOf(LaunchException.class)
                    .hasMessageContaining("custody-service ended while starting")
                    .hasMessageContaining("the checkpoint kept outside does not agree");
        }
        assertThat(Leftovers.of(data.root())).isEmpty();
    }

    @Test
    void what_a_killed_launcher_left_running_is_ended_by_the_next_one() {
        // Given a launcher that was killed: nobody closes it
        LocalLodestone killed = lodestone();
        killed.start(fakes());
        List<ProcessHandle> left = Leftovers.of(data.root());

        // When
        try (LocalLodestone next = lodestone()) {
            next.start(fakes());

            // Then
            assertThat(left).hasSize(3).noneMatch(ProcessHandle::isAlive);
            assertThat(said()).contains("ended 3 process(es)", "stopping the PostgreSQL");
        }
    }

    private LocalLodestone lodestone() {
        return new LocalLodestone(data, PORTS, new Progress(new PrintStream(said, true, StandardCharsets.UTF_8)));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private static Map<Service, List<String>> fakes() {
        Map<Service, List<String>> programs = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            programs.put(service, fake("serve"));
        }
        return programs;
    }

    private static List<String> fake(String mode) {
        return List.of("-cp", System.getProperty("java.class.path"), FakeService.class.getName(), mode);
    }
}

package io.lodestone.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.local.endurance.Endurance;
import io.lodestone.local.endurance.Endurance.Result;
import io.lodestone.local.host.DataDirectory;
import io.lodestone.local.host.Ports;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two packaged custody-services on one database under load, each killed once and then PostgreSQL: one log, no fork,
 * nothing acknowledged lost, nothing twice, and whoever is left goes on by itself.
 */
class TwoInstancesIT {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();

    @TempDir
    Path temporary;

    @Test
    void one_log_survives_the_death_of_each_part() {
        DataDirectory data = DataDirectory.open(temporary.resolve("data"));
        try (Endurance endurance = new Endurance(ROOT, data, new Ports(27000), System.out::println)) {
            Result result = endurance.run(Duration.ofSeconds(32), Duration.ofSeconds(8), number -> number);

            System.out.println(result);
            assertThat(result.surprises()).isEmpty();
            assertThat(result.kills()).isGreaterThanOrEqualTo(3);
            assertThat(result.acknowledged()).isGreaterThan(100);
            assertThat(result.checkpoints()).isGreaterThan(20);
            assertThat(result.lost()).as("acknowledged and not there").isZero();
            assertThat(result.doubled()).as("there twice").isZero();
            assertThat(result.gaps()).as("indexes without an entry").isZero();
            assertThat(result.forks()).as("checkpoints of another log").isZero();
            assertThat(result.uncovered()).as("entries no checkpoint covers").isZero();
        }
    }
}

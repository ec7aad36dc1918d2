package io.lodestone.local;

import io.lodestone.local.endurance.Endurance;
import io.lodestone.local.endurance.Endurance.Result;
import io.lodestone.local.host.LaunchException;
import io.lodestone.local.host.Progress;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Kills one of two replicas or PostgreSQL again and again under load, and judges the log that is left. */
@Command(
        name = "endurance",
        description = "Kills one of two custody-services or PostgreSQL again and again under load, and judges the log.",
        mixinStandardHelpOptions = true)
final class EnduranceCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "600",
            description = "How long it goes on (now: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--every",
            paramLabel = "N",
            defaultValue = "10",
            description = "Seconds between kills (now: ${DEFAULT-VALUE}).")
    private int every;

    @Override
    public Integer call() {
        Progress progress = new Progress(System.out);
        try (Endurance endurance = new Endurance(options.root(), options.openData(), options.ports(), progress::say)) {
            Result result = endurance.run(
                    Duration.ofSeconds(seconds),
                    Duration.ofSeconds(every),
                    number -> ThreadLocalRandom.current().nextInt(3));
            result.surprises().stream().distinct().limit(10).forEach(progress::plain);
            progress.plain("kills=" + result.kills() + " acknowledged=" + result.acknowledged() + " lost="
                    + result.lost() + " doubled=" + result.doubled() + " gaps=" + result.gaps() + " forks="
                    + result.forks() + " uncovered=" + result.uncovered() + " checkpoints=" + result.checkpoints()
                    + " surprises="
                    + result.surprises().size() + " longest_gap_ms="
                    + result.longestGap().toMillis());
            return result.held() ? 0 : 1;
        } catch (LaunchException e) {
            progress.plain(String.valueOf(e.getMessage()));
            return 1;
        }
    }
}

package io.lodestone.local;

import io.lodestone.local.append.Append;
import io.lodestone.local.append.Bench;
import io.lodestone.local.append.Custody;
import io.lodestone.local.append.Database;
import io.lodestone.local.demo.DemoFailure;
import io.lodestone.local.host.Progress;
import io.lodestone.local.identity.PartyIds;
import io.lodestone.local.identity.Secrets;
import io.lodestone.local.postgres.DatabaseLogins;
import io.lodestone.local.process.Service;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts PostgreSQL and custody-service and measures how fast the log takes statements. */
@Command(
        name = "append",
        description = "Starts PostgreSQL and custody-service and measures how fast the log takes statements.",
        mixinStandardHelpOptions = true)
final class AppendCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Option(
            names = "--entries",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Entries in the log for the second round; 0 leaves it out (now: ${DEFAULT-VALUE}).")
    private long entries;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "15",
            description = "Length of each measurement (now: ${DEFAULT-VALUE}).")
    private int seconds;

    @Override
    public Integer call() {
        Progress progress = new Progress(System.out);
        return Launcher.run(options, Set.of(Service.CUSTODY), progress, running -> {
            try {
                new Append(bench(running), progress, seconds).run(entries);
                return 0;
            } catch (DemoFailure e) {
                progress.plain("\nFAILED: " + e.getMessage());
                return 1;
            }
        });
    }

    private static Bench bench(Running running) {
        Database database = new Database(
                running.ports().postgres(),
                DatabaseLogins.keptIn(running.data().databaseLogins()).superuser());
        return new Bench(
                new Custody(running.ports().url(Service.CUSTODY), running.data()),
                database,
                PartyIds.keptIn(running.data().parties()),
                Secrets.origin(running.data()),
                running.data().root());
    }
}

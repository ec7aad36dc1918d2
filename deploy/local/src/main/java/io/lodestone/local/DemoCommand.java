package io.lodestone.local;

import io.lodestone.local.demo.DemoSettings;
import io.lodestone.local.host.Progress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts everything, runs the demo's client, and shows where everything listens. */
@Command(
        name = "demo",
        description = "Starts everything and runs the main job: from ore to a certified magnet.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Option(names = "--exit", description = "Stop everything after the job; exit code 0 only if every step of it held.")
    private boolean exit;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Also write the certificate's bundle, the trust file and the log's proofs there.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        Progress progress = new Progress(System.out);
        return Launcher.run(options, progress, running -> job(running, progress));
    }

    private int job(Running running, Progress progress) {
        DemoSettings settings = DemoSettings.of(
                running.data(),
                running.ports(),
                running.root(),
                Optional.ofNullable(out).map(Path::toAbsolutePath));
        int code = running.lodestone().await(running.lodestone().client(settings.javaArguments()));
        String seconds = progress.seconds();
        if (code != 0) {
            progress.plain("\nThe demo did not hold (exit code " + code + "); the services' logs are in "
                    + running.data().root().resolve("logs"));
            return 1;
        }
        if (!exit) {
            progress.plain("\nLodestone is still up:\n" + running.lodestone().listening() + "\nCtrl-C stops it.");
            progress.plain("job_seconds=" + seconds);
            running.lodestone().await();
            return 1;
        }
        running.lodestone().close();
        progress.plain("job_seconds=" + seconds);
        return 0;
    }
}

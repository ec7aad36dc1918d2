package io.lodestone.local;

import io.lodestone.local.host.Progress;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Starts everything and leaves it running until Ctrl-C. */
@Command(
        name = "up",
        description = "Starts PostgreSQL and the three services, and waits for Ctrl-C.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Override
    public Integer call() {
        Progress progress = new Progress(System.out);
        return Launcher.run(options, progress, running -> {
            progress.plain("\nLodestone is up:\n" + running.lodestone().listening() + "\nCtrl-C stops it.");
            running.lodestone().await();
            return 1;
        });
    }
}

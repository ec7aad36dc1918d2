package io.lodestone.local;

import io.lodestone.local.bench.Entry;
import io.lodestone.local.demo.DemoFailure;
import io.lodestone.local.demo.DemoSettings;
import io.lodestone.local.demo.Preparation;
import io.lodestone.local.host.Progress;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts everything and measures how fast a plant enters what it did. */
@Command(
        name = "entry",
        description = "Starts everything and measures how fast a plant enters what it did.",
        mixinStandardHelpOptions = true)
final class EntryCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Option(
            names = "--requests",
            paramLabel = "N",
            defaultValue = "10",
            description = "Requests of 1,000 that are measured, of each kind (now: ${DEFAULT-VALUE}).")
    private int requests;

    @Override
    public Integer call() {
        Progress progress = new Progress(System.out);
        return Launcher.run(options, progress, running -> bench(running, progress));
    }

    private int bench(Running running, Progress progress) {
        DemoSettings settings = DemoSettings.of(running.data(), running.ports(), running.root(), Optional.empty());
        try {
            Preparation ready = Preparation.of(settings, System.out);
            new Entry(ready.api(), ready.exporter(), ready.facility(), settings.lotRegistry(), System.out)
                    .run(requests);
            return 0;
        } catch (DemoFailure e) {
            progress.plain("\nFAILED: " + e.getMessage());
            return 1;
        }
    }
}

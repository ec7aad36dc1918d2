package io.lodestone.local;

import io.lodestone.local.bench.Lineage;
import io.lodestone.local.demo.DemoFailure;
import io.lodestone.local.demo.DemoSettings;
import io.lodestone.local.demo.Preparation;
import io.lodestone.local.host.Progress;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts everything and measures what a deep lineage costs. */
@Command(
        name = "lineage",
        description = "Starts everything and measures what a deep lineage costs.",
        mixinStandardHelpOptions = true)
final class LineageCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Option(
            names = "--lots",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Lots in the database for the second round (now: ${DEFAULT-VALUE}).")
    private long lots;

    @Option(
            names = "--descendants",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Descendants of the root that is corrected (now: ${DEFAULT-VALUE}).")
    private int descendants;

    @Option(names = "--correct", description = "Measures corrections alone.")
    private boolean correct;

    @Override
    public Integer call() {
        Progress progress = new Progress(System.out);
        return Launcher.run(options, progress, running -> bench(running, progress));
    }

    private int bench(Running running, Progress progress) {
        DemoSettings settings = DemoSettings.of(running.data(), running.ports(), running.root(), Optional.empty());
        try {
            Preparation ready = Preparation.of(settings, System.out);
            Lineage lineage = new Lineage(
                    ready.api(),
                    ready.exporter(),
                    ready.facility(),
                    settings.lotRegistry(),
                    settings.certificates(),
                    ready.question(),
                    System.out);
            if (correct) {
                lineage.correct(descendants);
            } else {
                lineage.run(lots, descendants);
            }
            return 0;
        } catch (DemoFailure e) {
            progress.plain("\nFAILED: " + e.getMessage());
            return 1;
        }
    }
}

package io.lodestone.local;

import io.lodestone.local.bench.Lineage;
import io.lodestone.local.demo.DemoSettings;
import io.lodestone.local.demo.Preparation;
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
        return Benchmark.measure(options, this::measured);
    }

    private void measured(Preparation ready, DemoSettings settings) {
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
    }
}

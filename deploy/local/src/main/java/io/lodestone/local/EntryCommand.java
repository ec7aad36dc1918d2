package io.lodestone.local;

import io.lodestone.local.bench.Entry;
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
        return Benchmark.measure(
                options,
                (ready, settings) -> new Entry(
                                ready.api(), ready.exporter(), ready.facility(), settings.lotRegistry(), System.out)
                        .run(requests));
    }
}

package io.lodestone.local.demo;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The demo's client as a process. Exit code 0 only if every step held. */
@Command(name = "demo-client")
public final class Main implements Callable<Integer> {

    @Option(names = "--data", required = true)
    private Path data = Path.of(".");

    @Option(names = "--scenarios", required = true)
    private Path scenarios = Path.of(".");

    @Option(names = "--verifier", required = true)
    private Path verifier = Path.of(".");

    @Option(names = "--lot-registry", required = true)
    private String lotRegistry = "";

    @Option(names = "--custody", required = true)
    private String custody = "";

    @Option(names = "--certificates", required = true)
    private String certificates = "";

    @Option(names = "--out")
    private @Nullable Path out;

    private Main() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    @Override
    public Integer call() {
        DemoSettings settings = new DemoSettings(
                data, scenarios, verifier, lotRegistry, custody, certificates, Optional.ofNullable(out));
        try {
            new MainJob(settings, System.out).run();
            return 0;
        } catch (DemoFailure e) {
            System.out.println("\nFAILED: " + e.getMessage());
            return 1;
        }
    }
}

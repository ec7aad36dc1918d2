package io.lodestone.local;

import io.lodestone.local.demo.DemoFailure;
import io.lodestone.local.demo.DemoSettings;
import io.lodestone.local.demo.Preparation;
import io.lodestone.local.host.Progress;
import java.util.Optional;

/** What is measured once everything runs and the parties of the demo are there. */
interface Benchmark {

    void run(Preparation ready, DemoSettings settings);

    /** Starts everything, measures, and stops; 0 only if nothing failed. */
    static int measure(CommonOptions options, Benchmark benchmark) {
        Progress progress = new Progress(System.out);
        return Launcher.run(options, progress, running -> {
            DemoSettings settings = DemoSettings.of(running.data(), running.ports(), running.root(), Optional.empty());
            try {
                benchmark.run(Preparation.of(settings, System.out), settings);
                return 0;
            } catch (DemoFailure e) {
                progress.plain("\nFAILED: " + e.getMessage());
                return 1;
            }
        });
    }
}

package io.lodestone.local;

import io.lodestone.local.host.DataDirectory;
import io.lodestone.local.host.LaunchException;
import io.lodestone.local.host.Ports;
import io.lodestone.local.host.Progress;
import java.util.function.ToIntFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. Exit code 0: everything held; 1: something failed, and the last lines say what; 2: wrong usage. */
@Command(
        name = "demo",
        description = "Runs Lodestone on this machine.",
        mixinStandardHelpOptions = true,
        subcommands = {UpCommand.class, DemoCommand.class})
public final class Launcher {

    private Launcher() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Launcher()).execute(args));
    }

    /** Starts everything, does {@code work} with it, and stops everything, however it ends. */
    static int run(CommonOptions options, Progress progress, ToIntFunction<Running> work) {
        try {
            var programs = options.programs();
            Ports ports = options.ports();
            DataDirectory data = options.openData();
            try (LocalLodestone lodestone = new LocalLodestone(data, ports, progress)) {
                Runtime.getRuntime().addShutdownHook(new Thread(lodestone::close, "stop"));
                lodestone.start(programs);
                return work.applyAsInt(new Running(lodestone, data, ports, options.root()));
            }
        } catch (LaunchException e) {
            progress.plain("");
            progress.plain(String.valueOf(e.getMessage()));
            return 1;
        }
    }
}

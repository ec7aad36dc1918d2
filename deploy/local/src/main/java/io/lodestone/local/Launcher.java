package io.lodestone.local;

import io.lodestone.local.host.DataDirectory;
import io.lodestone.local.host.LaunchException;
import io.lodestone.local.host.Ports;
import io.lodestone.local.host.Progress;
import io.lodestone.local.process.Service;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToIntFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. Exit code 0: everything held; 1: something failed, and the last lines say what; 2: wrong usage. */
@Command(
        name = "demo",
        description = "Runs Lodestone on this machine.",
        mixinStandardHelpOptions = true,
        subcommands = {
            UpCommand.class,
            DemoCommand.class,
            LineageCommand.class,
            EntryCommand.class,
            AppendCommand.class,
            EnduranceCommand.class,
            ExportCommand.class,
            WitnessCommand.class
        })
public final class Launcher {

    private static final int INTERRUPTED = 130;
    private static final long CTRL_C_MILLIS = 300;

    private static final AtomicBoolean ENDING = new AtomicBoolean();

    private Launcher() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Launcher()).execute(args));
    }

    /** Starts everything, does {@code work} with it, and stops everything, however it ends. */
    static int run(CommonOptions options, Progress progress, ToIntFunction<Running> work) {
        return run(options, EnumSet.allOf(Service.class), progress, work);
    }

    /** The same with PostgreSQL and some of the services. */
    static int run(CommonOptions options, Set<Service> services, Progress progress, ToIntFunction<Running> work) {
        try {
            Ports ports = options.ports();
            DataDirectory data = options.openData();
            var programs = options.programs(data, services);
            try (LocalLodestone lodestone = new LocalLodestone(data, ports, progress)) {
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(lodestone), "stop"));
                lodestone.start(programs);
                return work.applyAsInt(new Running(lodestone, data, ports, options.root()));
            }
        } catch (LaunchException e) {
            if (ctrlC()) {
                return INTERRUPTED;
            }
            progress.plain("");
            progress.plain(String.valueOf(e.getMessage()));
            return 1;
        }
    }

    private static void stop(LocalLodestone lodestone) {
        ENDING.set(true);
        lodestone.close();
    }

    /** A Ctrl-C reaches the children as well as this process, and their end may be noticed first: it is no failure. */
    private static boolean ctrlC() {
        try {
            Thread.sleep(CTRL_C_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ENDING.get();
    }
}

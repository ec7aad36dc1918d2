package io.lodestone.local.process;

import io.lodestone.local.host.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Finds the processes that a killed launcher left behind, and ends them.
 *
 * <p>Every child carries its data directory as an argument of its own. That is looked for in the running processes
 * themselves: a file of process numbers would miss the child whose launcher died before writing it, and could name a
 * process that has since become another program.
 */
public final class Leftovers {

    private static final long PATIENCE_SECONDS = 10;

    private Leftovers() {}

    /** The argument that marks a child of the launcher that uses {@code dataDirectory}. */
    public static String mark(Path dataDirectory) {
        return "-Dlodestone.data=" + dataDirectory;
    }

    public static List<ProcessHandle> of(Path dataDirectory) {
        String mark = mark(dataDirectory);
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> isJava(process) && arguments(process).contains(mark))
                .toList();
    }

    private static boolean isJava(ProcessHandle process) {
        return process.info().command().map(path -> path.endsWith("/java")).orElse(false);
    }

    /** From /proc where there is one: {@link ProcessHandle.Info} gives nothing for a command line over a page long. */
    private static List<String> arguments(ProcessHandle process) {
        Path commandLine = Path.of("/proc", String.valueOf(process.pid()), "cmdline");
        try {
            return List.of(Files.readString(commandLine).split("\0"));
        } catch (IOException e) {
            return process.info().arguments().map(List::of).orElse(List.of());
        }
    }

    /** Ends them all, and returns how many there were. */
    public static int end(Path dataDirectory) {
        List<ProcessHandle> found = of(dataDirectory);
        found.forEach(ProcessHandle::destroy);
        found.forEach(Leftovers::await);
        return found.size();
    }

    private static void await(ProcessHandle process) {
        try {
            if (!gone(process)) {
                process.destroyForcibly();
                if (!gone(process)) {
                    throw new LaunchException("process " + process.pid() + " of an earlier launcher does not end");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("interrupted while ending an earlier launcher's process", e);
        }
    }

    private static boolean gone(ProcessHandle process) throws InterruptedException {
        try {
            return !process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS).isAlive();
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}

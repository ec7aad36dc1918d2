package io.lodestone.local.process;

import io.lodestone.local.host.LaunchException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The processes one launcher has started, every one of which it also ends.
 *
 * <p>After {@link #stop} nothing starts any more, so that a Ctrl-C in the middle of a start leaves nothing running.
 */
public final class Children {

    private static final long PATIENCE_SECONDS = 10;

    private final Path dataDirectory;
    private final List<Process> started = new ArrayList<>();
    private boolean stopping;

    public Children(Path dataDirectory) {
        this.dataDirectory = dataDirectory;
    }

    /** Starts {@code java} with these arguments; what it prints goes to {@code log}, or to the terminal if empty. */
    public synchronized Process java(List<String> arguments, Map<String, String> environment, Optional<Path> log) {
        if (stopping) {
            throw new LaunchException("stopped while starting");
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(Leftovers.mark(dataDirectory));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.redirectInput(new File("/dev/null"));
        if (log.isPresent()) {
            builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.to(log.get().toFile()));
        } else {
            builder.redirectOutput(ProcessBuilder.Redirect.INHERIT).redirectError(ProcessBuilder.Redirect.INHERIT);
        }
        try {
            Process process = builder.start();
            started.add(process);
            return process;
        } catch (IOException e) {
            throw new LaunchException("cannot start a Java process", e);
        }
    }

    /** Asks all to end, then makes those end that do not. */
    public synchronized void stop() {
        stopping = true;
        started.forEach(Process::destroy);
        for (Process process : started) {
            try {
                if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                process.destroyForcibly();
            }
        }
        started.clear();
    }
}

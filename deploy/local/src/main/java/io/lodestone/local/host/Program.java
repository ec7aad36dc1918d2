package io.lodestone.local.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs a program to its end.
 *
 * <p>Its output goes through a file, not a pipe: a server that the program leaves running keeps its end of a pipe open
 * and whoever reads it would wait for ever.
 */
public final class Program {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private Program() {}

    public record Result(int exit, String output) {}

    /** Runs it and hands back whatever it said. */
    public static Result run(List<String> command, String input) {
        try {
            Path output = Files.createTempFile("lodestone", ".out");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            try (var stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                // It ended without reading everything: its exit code and output say why.
            }
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new LaunchException(command.get(0) + " did not end within " + PATIENCE.toSeconds() + " s");
            }
            String said = Files.readString(output);
            Files.delete(output);
            return new Result(process.exitValue(), said);
        } catch (IOException e) {
            throw new LaunchException("cannot run " + command.get(0), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("interrupted while running " + command.get(0), e);
        }
    }

    /** Runs it and refuses to go on if it fails. */
    public static void must(List<String> command, String input, String purpose) {
        Result result = run(command, input);
        if (result.exit() != 0) {
            throw new LaunchException(
                    purpose + " failed with exit code " + result.exit() + ":\n" + Tail.of(result.output(), 20));
        }
    }
}

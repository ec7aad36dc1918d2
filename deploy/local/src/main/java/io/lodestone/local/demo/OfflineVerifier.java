package io.lodestone.local.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The verifier as an auditor runs it: its own process, cut off from every network where the system allows that. */
final class OfflineVerifier {

    private final Path jar;
    private final List<String> isolation;

    OfflineVerifier(Path jar) {
        this.jar = jar;
        this.isolation = isolation();
    }

    record Report(int exit, String text) {}

    boolean isolated() {
        return !isolation.isEmpty();
    }

    Report verify(Path bundle, Path trust) {
        List<String> command = new ArrayList<>(isolation);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                jar.toString(),
                "verify",
                bundle.toString(),
                "--trust",
                trust.toString()));
        return run(command);
    }

    /** A namespace without interfaces: as root directly, otherwise through a user namespace. */
    private static List<String> isolation() {
        for (List<String> wrap : List.of(List.of("unshare", "-n"), List.of("unshare", "-r", "-n"))) {
            List<String> probe = new ArrayList<>(wrap);
            probe.add("true");
            try {
                if (run(probe).exit() == 0) {
                    return wrap;
                }
            } catch (DemoFailure absent) {
                return List.of();
            }
        }
        return List.of();
    }

    private static Report run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new DemoFailure("the verifier did not end within a minute");
            }
            return new Report(process.exitValue(), text);
        } catch (IOException e) {
            throw new DemoFailure("cannot run " + command.get(0));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("interrupted");
        }
    }
}

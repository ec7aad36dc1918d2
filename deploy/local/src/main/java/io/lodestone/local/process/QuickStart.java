package io.lodestone.local.process;

import io.lodestone.local.host.LaunchException;
import io.lodestone.local.host.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Options that let a Java process start quickly: no second compiler, one collecting thread, a heap that fits a laptop,
 * and the classes it loaded the time before, mapped from an archive.
 *
 * <p>The archive is written when a process that started without one ends in good order. It takes a third of the
 * processor time off a service's start. A Java virtual machine ignores an archive that does not fit.
 */
public final class QuickStart {

    private static final List<String> OPTIONS = List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-Xms64m",
            "-Xmx384m",
            // Archive warnings would stand among the process's own lines.
            "-Xlog:disable",
            "-Xlog:all=error:stderr");

    private QuickStart() {}

    /** The options for the process {@code name} that runs {@code jar}, with its archive in {@code archives}. */
    public static List<String> options(Path archives, String name, Path jar) {
        List<String> options = new ArrayList<>(base());
        Path archive = archives.resolve(name + "-" + version(jar) + ".jsa");
        if (Files.exists(archive)) {
            options.add("-XX:SharedArchiveFile=" + archive);
        } else {
            deleteOlder(archives, name);
            options.add("-XX:ArchiveClassesAtExit=" + archive);
        }
        return options;
    }

    /** {@code LODESTONE_JVM} replaces them by options for another purpose, a benchmark for example. */
    private static List<String> base() {
        String own = System.getenv("LODESTONE_JVM");
        return own == null || own.isBlank() ? OPTIONS : List.of(own.strip().split("\\s+"));
    }

    /** An archive fits one build of the jar and one Java. */
    private static String version(Path jar) {
        try {
            return Long.toHexString(Files.getLastModifiedTime(jar).toMillis()) + "-"
                    + Runtime.version().feature() + "." + Runtime.version().update();
        } catch (IOException e) {
            throw new LaunchException("cannot read " + jar, e);
        }
    }

    private static void deleteOlder(Path archives, String name) {
        PrivateFiles.directory(archives);
        try (Stream<Path> files = Files.list(archives)) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith(name + "-"))
                    .toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new LaunchException("cannot tidy " + archives, e);
        }
    }
}

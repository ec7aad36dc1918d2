package io.lodestone.evidence;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Vectors of public origin, which are not part of the project: in the folder that {@code LODESTONE_VECTORS} names, or
 * in {@code shared/vectors} beside the project. Tests that need them are skipped where they are absent.
 */
public final class PublicVectors {

    private PublicVectors() {}

    public static Path folder(String name) {
        Path found = root().resolve(name);
        assumeTrue(Files.isDirectory(found), "no public vectors here");
        return found;
    }

    private static Path root() {
        String given = System.getProperty("LODESTONE_VECTORS", System.getenv("LODESTONE_VECTORS"));
        if (given != null) {
            return Path.of(given);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path candidate = at.resolve("shared").resolve("vectors");
            if (Files.isDirectory(candidate)) {
                return candidate;
            }
        }
        return Path.of("shared", "vectors");
    }

    public static List<Path> files(Path folder, String suffix) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(it -> it.toString().endsWith(suffix)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

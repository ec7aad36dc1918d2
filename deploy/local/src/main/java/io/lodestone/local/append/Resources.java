package io.lodestone.local.append;

import io.lodestone.local.demo.DemoFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The scripts that lie beside this package's classes. */
final class Resources {

    private Resources() {}

    static Path copied(String name, Path folder) {
        Path copy = folder.resolve(name);
        try (InputStream script = open(name)) {
            Files.copy(script, copy, StandardCopyOption.REPLACE_EXISTING);
            return copy;
        } catch (IOException e) {
            throw new DemoFailure("cannot write " + copy + ": " + e.getMessage());
        }
    }

    static String text(String name) {
        try (InputStream script = open(name)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new DemoFailure("cannot read " + name + ": " + e.getMessage());
        }
    }

    private static InputStream open(String name) throws IOException {
        InputStream script = Resources.class.getResourceAsStream(name);
        if (script == null) {
            throw new IOException(name + " is missing");
        }
        return script;
    }
}

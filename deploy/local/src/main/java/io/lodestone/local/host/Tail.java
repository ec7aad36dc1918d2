package io.lodestone.local.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The end of a log, indented, for a message about why something failed. */
public final class Tail {

    private Tail() {}

    public static String of(String text, int lines) {
        List<String> all = text.lines().toList();
        return all.subList(Math.max(0, all.size() - lines), all.size()).stream()
                .map(line -> "    " + line)
                .collect(Collectors.joining("\n"));
    }

    public static String of(Path log, int lines) {
        try {
            return of(new String(Files.readAllBytes(log), StandardCharsets.UTF_8), lines);
        } catch (IOException e) {
            return "    (" + log + " cannot be read)";
        }
    }
}

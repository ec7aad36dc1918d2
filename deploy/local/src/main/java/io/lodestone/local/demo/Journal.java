package io.lodestone.local.demo;

import io.lodestone.evidence.statement.Uuid7;
import io.lodestone.evidence.statement.WireTime;
import io.lodestone.local.host.PrivateFiles;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What the client has decided before it sends anything: ids and times, each on disk first. A client that is killed
 * and started again says the very same things under the very same ids, so the ledger takes none of them twice.
 */
final class Journal {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final Map<String, String> values;

    private Journal(Path file, Map<String, String> values) {
        this.file = file;
        this.values = values;
    }

    static Journal open(Path file) {
        Properties read = new Properties();
        if (Files.exists(file)) {
            try {
                read.load(new StringReader(PrivateFiles.read(file)));
            } catch (IOException e) {
                throw new IllegalStateException("a string can be read", e);
            }
        }
        Map<String, String> values = new TreeMap<>();
        read.stringPropertyNames().forEach(name -> values.put(name, read.getProperty(name)));
        return new Journal(file, values);
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The id under this name; drawn and kept now if it is new. */
    String id(String name) {
        return kept(name, () -> {
            byte[] random = new byte[10];
            RANDOM.nextBytes(random);
            return Uuid7.of(Instant.now().toEpochMilli(), random).toString();
        });
    }

    /** The moment at which this was first reached, in the given zone. */
    String time(String name, String offset) {
        return kept(
                name,
                () -> WireTime.text(Instant.now().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.of(offset))));
    }

    void keep(String name, String value) {
        values.put(name, value);
        save();
    }

    /** The names under which nothing is kept any more start afresh: a finished job makes room for the next. */
    void clear() {
        values.clear();
        save();
    }

    private String kept(String name, Supplier<String> draw) {
        String value = values.get(name);
        if (value == null) {
            value = draw.get();
            keep(name, value);
        }
        return value;
    }

    private void save() {
        PrivateFiles.write(
                file,
                values.entrySet().stream()
                        .map(e -> e.getKey() + "=" + e.getValue() + "\n")
                        .collect(Collectors.joining()));
    }
}

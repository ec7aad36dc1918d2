package io.lodestone.custody.log.app;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which log this is, and where its key and its outside checkpoint lie. */
@Singleton
public class LogSettings {

    private final String origin;
    private final String environment;
    private final Path keyFile;
    private final Path passphraseFile;
    private final Path outsideCheckpoint;

    @Inject
    public LogSettings(
            @ConfigProperty(name = "lodestone.log.origin") String origin,
            @ConfigProperty(name = "lodestone.environment") String environment,
            @ConfigProperty(name = "lodestone.log.key-file") Path keyFile,
            @ConfigProperty(name = "lodestone.log.passphrase-file") Path passphraseFile,
            @ConfigProperty(name = "lodestone.log.outside-checkpoint") Path outsideCheckpoint) {
        this.origin = origin;
        this.environment = environment;
        this.keyFile = keyFile;
        this.passphraseFile = passphraseFile;
        this.outsideCheckpoint = outsideCheckpoint;
    }

    public String origin() {
        return origin;
    }

    /** What entry 0 says of this log: development or production. */
    public String environment() {
        return environment;
    }

    public Path keyFile() {
        return keyFile;
    }

    public Path passphraseFile() {
        return passphraseFile;
    }

    public Path outsideCheckpoint() {
        return outsideCheckpoint;
    }
}

package io.lodestone.custody.log.app;

import io.lodestone.evidence.signature.Environment;
import io.lodestone.kit.startup.StartupCheck;
import io.lodestone.kit.startup.Surroundings;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Refuses a log key that does not open, was made for another log, or is a development key in production. */
@Singleton
public class LogKeyCheck implements StartupCheck {

    private final LogKey key;
    private final LogSettings settings;
    private final boolean development;

    @Inject
    LogKeyCheck(LogKey key, LogSettings settings, Surroundings surroundings) {
        this(key, settings, surroundings.isDevelopment());
    }

    LogKeyCheck(LogKey key, LogSettings settings, boolean development) {
        this.key = key;
        this.settings = settings;
        this.development = development;
    }

    @Override
    public Uni<Optional<String>> refusal() {
        return Uni.createFrom().item(this::now);
    }

    private Optional<String> now() {
        if (key.fault().isPresent()) {
            return key.fault();
        }
        if (!key.name().equals(settings.origin())) {
            return Optional.of("the log's key was made for the log " + key.name() + ", not for " + settings.origin());
        }
        return !development && key.environment() == Environment.DEVELOPMENT
                ? Optional.of("the header of the log's key file says development; make a production key")
                : Optional.empty();
    }
}

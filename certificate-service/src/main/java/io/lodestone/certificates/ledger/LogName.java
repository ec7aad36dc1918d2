package io.lodestone.certificates.ledger;

import io.lodestone.evidence.signature.Environment;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The log that this service writes to, and what that log's entries vouch for. */
@Singleton
public class LogName {

    private final String origin;
    private final Environment environment;

    @Inject
    LogName(
            @ConfigProperty(name = "lodestone.log.origin") String origin,
            @ConfigProperty(name = "lodestone.environment") String environment) {
        this.origin = origin;
        this.environment = Environment.parse(environment);
    }

    /** The origin line, which every statement bears. */
    public String origin() {
        return origin;
    }

    public Environment environment() {
        return environment;
    }
}

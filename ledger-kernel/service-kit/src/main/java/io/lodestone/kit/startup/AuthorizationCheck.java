package io.lodestone.kit.startup;

import io.quarkus.security.spi.runtime.AuthorizationController;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Refuses, outside development, anything that would let a request in unasked. */
@Singleton
public class AuthorizationCheck implements StartupCheck {

    private final AuthorizationController controller;
    private final Surroundings surroundings;
    private final Config config;

    @Inject
    AuthorizationCheck(AuthorizationController controller, Surroundings surroundings, Config config) {
        this.controller = controller;
        this.surroundings = surroundings;
        this.config = config;
    }

    @Override
    public Uni<Optional<String>> refusal() {
        return Uni.createFrom().item(surroundings.isDevelopment() ? Optional.empty() : inProduction());
    }

    private Optional<String> inProduction() {
        if (!controller.isAuthorizationEnabled()
                || off("quarkus.security.jaxrs.deny-unannotated-endpoints")
                || off("quarkus.smallrye-jwt.enabled")) {
            return Optional.of("authorization is switched off; remove the setting that does so");
        }
        if (isBlank("mp.jwt.verify.issuer")) {
            return Optional.of("no token issuer is set; set lodestone.token.issuer");
        }
        if (isBlank("mp.jwt.verify.audiences")) {
            return Optional.of("no token audience is set; set mp.jwt.verify.audiences");
        }
        return Optional.empty();
    }

    private boolean off(String key) {
        return !config.getOptionalValue(key, Boolean.class).orElse(true);
    }

    private boolean isBlank(String key) {
        return config.getOptionalValue(key, String.class).orElse("").isBlank();
    }
}

package io.lodestone.kit.startup;

import io.quarkus.security.spi.runtime.AuthorizationController;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Refuses anything that would let a request in unasked: tokens of any issuer, for any service, or none at all. */
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
        return Uni.createFrom().item(found());
    }

    private Optional<String> found() {
        if (isBlank("mp.jwt.verify.issuer")) {
            return Optional.of("no token issuer is pinned; set lodestone.token.issuer");
        }
        if (isBlank("mp.jwt.verify.audiences")) {
            return Optional.of("no token audience is pinned; set mp.jwt.verify.audiences");
        }
        boolean authorized = controller.isAuthorizationEnabled()
                && on("quarkus.security.jaxrs.deny-unannotated-endpoints")
                && on("quarkus.smallrye-jwt.enabled");
        return authorized || surroundings.isDevelopment()
                ? Optional.empty()
                : Optional.of("authorization is switched off; remove the setting that does so");
    }

    private boolean on(String key) {
        return config.getOptionalValue(key, Boolean.class).orElse(true);
    }

    private boolean isBlank(String key) {
        return config.getOptionalValue(key, String.class).orElse("").isBlank();
    }
}

package io.lodestone.custody.webhook.app;

import io.lodestone.custody.log.app.LogSettings;
import io.lodestone.kit.startup.StartupCheck;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The exception for tests on one machine is none that production makes. */
@Singleton
public class InsecureHostsCheck implements StartupCheck {

    private final HookSettings settings;
    private final LogSettings log;

    @Inject
    InsecureHostsCheck(HookSettings settings, LogSettings log) {
        this.settings = settings;
        this.log = log;
    }

    @Override
    public Uni<Optional<String>> refusal() {
        boolean refused = !log.environment().equals("development")
                && !settings.allowed().insecure().isEmpty();
        return Uni.createFrom()
                .item(
                        refused
                                ? Optional.of(
                                        "lodestone.webhook.insecure-hosts names hosts that webhooks may reach without"
                                                + " TLS and in inner networks; it has to be empty in production")
                                : Optional.empty());
    }
}

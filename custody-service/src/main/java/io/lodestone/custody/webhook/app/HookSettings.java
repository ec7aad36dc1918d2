package io.lodestone.custody.webhook.app;

import io.lodestone.custody.webhook.AllowedHosts;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The hosts that the operator has registered, and what delivers to them. */
@Singleton
public class HookSettings {

    private final AllowedHosts allowed;

    @Inject
    HookSettings(
            @ConfigProperty(name = "lodestone.webhook.hosts") Optional<List<String>> hosts,
            @ConfigProperty(name = "lodestone.webhook.insecure-hosts") Optional<List<String>> insecure) {
        this.allowed = new AllowedHosts(Set.copyOf(hosts.orElse(List.of())), Set.copyOf(insecure.orElse(List.of())));
    }

    AllowedHosts allowed() {
        return allowed;
    }

    @Produces
    @Singleton
    Destinations destinations() {
        return new Destinations(allowed, host -> List.of(InetAddress.getAllByName(host)));
    }

    @Produces
    @Singleton
    HookSender sender(Vertx vertx, Destinations destinations) {
        return new HookSender(vertx, destinations);
    }
}

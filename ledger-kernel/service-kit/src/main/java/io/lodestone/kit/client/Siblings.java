package io.lodestone.kit.client;

import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/**
 * The sibling services by name: {@code lodestone.sibling.<name>.url}, this service's token from the file
 * {@code lodestone.service-token.file}, and {@code lodestone.sibling.timeout} for each call.
 */
@Singleton
public class Siblings {

    private static final int CONNECT_MILLIS = 2_000;

    private final WebClient client;
    private final Config config;

    @Inject
    Siblings(Vertx vertx, Config config) {
        this.config = config;
        this.client = WebClient.create(
                vertx,
                new WebClientOptions()
                        .setConnectTimeout(CONNECT_MILLIS)
                        .setFollowRedirects(false)
                        .setMaxPoolSize(32)
                        .setUserAgentEnabled(false));
    }

    /** The service of that name; fails with the name of the key where it is not configured. */
    public Sibling named(String name) {
        String url = config.getValue("lodestone.sibling." + name + ".url", String.class);
        Path token = Path.of(config.getValue("lodestone.service-token.file", String.class));
        Duration timeout = config.getOptionalValue("lodestone.sibling.timeout", Duration.class)
                .orElse(Duration.ofSeconds(10));
        return new Sibling(client, url, new TokenFile(token), timeout);
    }

    @PreDestroy
    void close() {
        client.close();
    }
}

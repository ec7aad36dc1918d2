package io.lodestone.kit.startup;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonArray;
import io.lodestone.evidence.canonical.Members;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Refuses, outside development, a file of token keys that says {@code development}, and one that names no keys and so
 * cannot say it. Keys fetched over the network are held to the same rule with each token.
 */
@Singleton
public class TokenKeyCheck implements StartupCheck {

    private final Surroundings surroundings;
    private final Config config;

    @Inject
    TokenKeyCheck(Surroundings surroundings, Config config) {
        this.surroundings = surroundings;
        this.config = config;
    }

    @Override
    public Uni<Optional<String>> refusal() {
        return Uni.createFrom().item(surroundings.isDevelopment() ? Optional.empty() : inProduction());
    }

    private Optional<String> inProduction() {
        if (config.getOptionalValue("mp.jwt.verify.publickey", String.class).isPresent()) {
            return Optional.of("a token key stands in the configuration itself; name a JWKS by lodestone.token.keys");
        }
        String location = config.getOptionalValue("mp.jwt.verify.publickey.location", String.class)
                .orElse("");
        if (location.startsWith("https://")) {
            return Optional.empty();
        }
        if (location.isBlank() || location.startsWith("http:") || location.startsWith("classpath:")) {
            return Optional.of("lodestone.token.keys must be a file or an https address");
        }
        Path file = Path.of(location.startsWith("file:") ? location.substring("file:".length()) : location);
        try {
            return inFile(Files.readAllBytes(file));
        } catch (IOException e) {
            return Optional.of("the file of token keys cannot be read: " + file);
        }
    }

    static Optional<String> inFile(byte[] jwks) {
        List<String> names;
        try {
            names = names(CanonicalJson.read(jwks, CanonicalJson.MAX_DOCUMENT_BYTES));
        } catch (FormatException e) {
            return Optional.of("the file of token keys is not a JWKS whose every key has a kid");
        }
        return names.stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).contains("development"))
                ? Optional.of("a token key's kid says development; use the keys of the production issuer")
                : Optional.empty();
    }

    /** RFC 7517 section 5; other members of a key are the library's to judge. */
    private static List<String> names(Json document) {
        if (!(Members.of(document).value("keys") instanceof JsonArray keys)) {
            throw new FormatException(Fault.WRONG_TYPE, "keys", "must be an array");
        }
        return keys.items().stream()
                .map(key -> Members.of(key, "keys").string("kid", 1_024))
                .toList();
    }
}

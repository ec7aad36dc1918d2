package io.lodestone.certificates.trust.app;

import io.lodestone.certificates.ledger.LogName;
import io.lodestone.certificates.trust.DevelopmentMark;
import io.lodestone.evidence.signature.Environment;
import io.lodestone.kit.startup.StartupCheck;
import io.lodestone.kit.startup.Surroundings;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** Refuses, in production, certificates that say development; anywhere, a service that has no issuing authority. */
@Singleton
public class TrustCheck implements StartupCheck {

    private final TrustMaterial trust;
    private final LogName log;
    private final Surroundings surroundings;

    @Inject
    TrustCheck(TrustMaterial trust, LogName log, Surroundings surroundings) {
        this.trust = trust;
        this.log = log;
        this.surroundings = surroundings;
    }

    @Override
    public Uni<Optional<String>> refusal() {
        return Uni.createFrom().item(this::check);
    }

    private Optional<String> check() {
        try {
            Optional<String> refusal = refusal(surroundings.isDevelopment(), log.environment(), trust.certificates());
            return refusal.or(() -> {
                X509Certificate made = trust.issuing().certificate();
                return refusal(surroundings.isDevelopment(), log.environment(), List.of(made));
            });
        } catch (IllegalStateException | IllegalArgumentException e) {
            return Optional.of("the trust folder cannot be used: " + e.getMessage());
        }
    }

    static Optional<String> refusal(boolean development, Environment environment, List<X509Certificate> certificates) {
        if (development) {
            return Optional.empty();
        }
        if (environment == Environment.DEVELOPMENT) {
            return Optional.of("lodestone.environment is development; in production it must be production");
        }
        return certificates.stream().anyMatch(DevelopmentMark::isOn)
                ? Optional.of("a certificate in the trust folder has the OU development; use production keys")
                : Optional.empty();
    }
}

package io.lodestone.custody.witness.app;

import io.lodestone.custody.log.app.CosignedHead;
import io.lodestone.custody.log.app.LogKey;
import io.lodestone.evidence.witness.TlogPolicy;
import io.lodestone.kit.startup.StartupCheck;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** A policy that is wrong, or is of another log, would leave the log without witnesses and nobody would see it. */
@Singleton
public class WitnessStartCheck implements StartupCheck {

    private final WitnessSettings settings;
    private final CosignedHead head;
    private final LogKey key;

    @Inject
    WitnessStartCheck(WitnessSettings settings, CosignedHead head, LogKey key) {
        this.settings = settings;
        this.head = head;
        this.key = key;
    }

    @Override
    public Uni<Optional<String>> refusal() {
        return Uni.createFrom().item(() -> settings.fault().or(this::unfit));
    }

    private Optional<String> unfit() {
        if (head.required() && settings.policy().flatMap(TlogPolicy::quorum).isEmpty()) {
            return Optional.of(
                    "lodestone.witness.required wants a policy file with a quorum, in lodestone.witness.policy");
        }
        boolean other = key.fault().isEmpty()
                && settings.policy().stream()
                        .flatMap(policy -> policy.logs().stream())
                        .anyMatch(log -> !log.key().equals(key.verifier()));
        return other
                ? Optional.of("the witnesses' policy file names another log than " + key.verifier())
                : Optional.empty();
    }
}

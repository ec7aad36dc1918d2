package io.lodestone.kit.startup;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs every check before anything else of the service starts, and reports all refusals at once. */
@Singleton
public class StartupChecks {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final List<StartupCheck> checks;

    @Inject
    StartupChecks(@All List<StartupCheck> checks) {
        this.checks = checks;
    }

    void onStart(@Observes @Priority(1) StartupEvent event) {
        List<String> refusals = new ArrayList<>();
        for (StartupCheck check : checks) {
            result(check).ifPresent(refusals::add);
        }
        if (!refusals.isEmpty()) {
            throw new StartupRefused(refusals);
        }
    }

    /** Waits, which is allowed here alone: the main thread has nothing else to do until this is known. */
    private static Optional<String> result(StartupCheck check) {
        Uni<Optional<String>> refusal = check.refusal();
        return refusal.await().atMost(LONGEST);
    }
}

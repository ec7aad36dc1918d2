package io.lodestone.custody.log.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the log runs. */
@Readiness
@ApplicationScoped
public class LogHealth implements HealthCheck {

    private final LogState state;

    @Inject
    LogHealth(LogState state) {
        this.state = state;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("log")
                .status(state.begun() && state.stopped().isEmpty())
                .withData("state", state.stopped().orElse("running"))
                .build();
    }
}

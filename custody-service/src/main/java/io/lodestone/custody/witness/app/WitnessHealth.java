package io.lodestone.custody.witness.app;

import io.lodestone.custody.log.app.CosignedHead;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Says how each witness does. Only where a quorum is required does it keep a service that has none from being ready. */
@Readiness
@ApplicationScoped
public class WitnessHealth implements HealthCheck {

    private final WitnessStates states;
    private final CosignedHead head;

    @Inject
    WitnessHealth(WitnessStates states, CosignedHead head) {
        this.states = states;
        this.head = head;
    }

    @Override
    public HealthCheckResponse call() {
        boolean missing =
                head.required() && head.newest().isEmpty() && !states.all().isEmpty();
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("witnesses").status(!missing);
        head.newest().ifPresent(it -> answer.withData("cosigned", it.size().value()));
        states.all().forEach((name, state) -> answer.withData(name, state.sentence()));
        return answer.build();
    }
}

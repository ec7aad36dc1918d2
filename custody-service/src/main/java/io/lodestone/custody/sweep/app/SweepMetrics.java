package io.lodestone.custody.sweep.app;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;

/** How many disagreements the last sweep that ended has found. */
@Singleton
public class SweepMetrics {

    private final AtomicLong found;

    @Inject
    SweepMetrics(MeterRegistry registry) {
        this.found = registry.gauge("lodestone.custody.sweep.found", new AtomicLong());
    }

    void found(long disagreements) {
        found.set(disagreements);
    }
}

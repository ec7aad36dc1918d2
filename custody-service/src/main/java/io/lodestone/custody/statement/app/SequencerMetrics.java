package io.lodestone.custody.statement.app;

import io.lodestone.custody.statement.BatchResult;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** How many statements are accepted and refused, by code, and how large batches are. */
@Singleton
public class SequencerMetrics {

    private final MeterRegistry registry;
    private final DistributionSummary batch;

    @Inject
    SequencerMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.batch = registry.summary("lodestone.custody.batch");
    }

    void count(BatchResult result) {
        batch.record(result.outcomes().size());
        registry.counter("lodestone.custody.accepted")
                .increment(result.accepted().size());
        result.refused()
                .forEach(refused -> registry.counter(
                                "lodestone.custody.refused",
                                "code",
                                refused.refusal().code().slug())
                        .increment());
    }
}

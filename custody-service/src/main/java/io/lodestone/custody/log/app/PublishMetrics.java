package io.lodestone.custody.log.app;

import io.lodestone.custody.log.app.LogStore.Lag;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;

/** How many entries are sequenced, and how many of them no checkpoint covers yet. */
@Singleton
public class PublishMetrics {

    private final AtomicLong sequenced;
    private final AtomicLong unpublished;

    @Inject
    PublishMetrics(MeterRegistry registry) {
        this.sequenced = registry.gauge("lodestone.custody.entries", new AtomicLong());
        this.unpublished = registry.gauge("lodestone.custody.unpublished", new AtomicLong());
    }

    void observe(Lag lag) {
        sequenced.set(lag.sequenced());
        unpublished.set(lag.entries());
    }
}

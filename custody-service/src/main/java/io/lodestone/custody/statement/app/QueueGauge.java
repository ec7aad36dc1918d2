package io.lodestone.custody.statement.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** How many submissions wait for their batch. */
@Singleton
public class QueueGauge {

    void onStart(@Observes StartupEvent event, MeterRegistry registry, Sequencer sequencer) {
        registry.gauge("lodestone.custody.queue", sequencer, Sequencer::waiting);
    }
}

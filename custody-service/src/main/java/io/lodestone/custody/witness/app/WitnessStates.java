package io.lodestone.custody.witness.app;

import io.lodestone.custody.witness.ConfiguredWitness;
import io.lodestone.custody.witness.Trouble;
import io.lodestone.evidence.merkle.TreeSize;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** What is known of each witness, for the operator: what it cosigned last, and what keeps it from the next. */
@Singleton
public class WitnessStates {

    private static final Logger LOG = Logger.getLogger(WitnessStates.class);

    private final MeterRegistry registry;
    private final Map<String, Gauges> gauges = new ConcurrentHashMap<>();
    private final Map<String, State> states = new ConcurrentHashMap<>();

    /** The trouble is empty where it cosigned what it was asked last. */
    public record State(TreeSize cosigned, Optional<Trouble> trouble) {

        /** One line of the health report. */
        public String sentence() {
            return "cosigned " + cosigned
                    + trouble.map(it -> ", " + it.sentence()).orElse("");
        }
    }

    private record Gauges(AtomicLong cosigned, AtomicLong troubled) {}

    @Inject
    public WitnessStates(MeterRegistry registry) {
        this.registry = registry;
    }

    /** States by the names that the policy gives the witnesses. */
    public Map<String, State> all() {
        return Map.copyOf(states);
    }

    void observe(ConfiguredWitness witness, TreeSize cosigned, Optional<Trouble> trouble) {
        State before = states.put(witness.name(), new State(cosigned, trouble));
        Gauges gauge = gauges.computeIfAbsent(witness.name(), this::gauges);
        gauge.cosigned().set(cosigned.value());
        gauge.troubled().set(trouble.isPresent() ? 1 : 0);
        if (before == null || !before.trouble().equals(trouble)) {
            say(witness.name(), trouble);
        }
    }

    private static void say(String name, Optional<Trouble> trouble) {
        if (trouble.isEmpty()) {
            LOG.infof("the witness %s cosigns", name);
        } else if (trouble.get() == Trouble.DISAGREES || trouble.get() == Trouble.AHEAD) {
            LOG.errorf("the witness %s %s", name, trouble.get().sentence());
        } else {
            LOG.warnf("the witness %s %s", name, trouble.get().sentence());
        }
    }

    private Gauges gauges(String name) {
        Tags tags = Tags.of("witness", name);
        return new Gauges(
                registry.gauge("lodestone.custody.witness.cosigned", tags, new AtomicLong()),
                registry.gauge("lodestone.custody.witness.troubled", tags, new AtomicLong()));
    }
}

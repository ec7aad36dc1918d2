package io.lodestone.evidence.statement;

import io.lodestone.evidence.provenance.OriginStep;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was done to the material: the steps from ore to magnet and back, and the two that only divide or join. */
public enum Process {
    BENEFICIATION,
    CRACKING(OriginStep.Kind.CRACKED),
    SOLVENT_EXTRACTION(OriginStep.Kind.SEPARATED),
    CALCINATION,
    METAL_MAKING(OriginStep.Kind.METAL),
    STRIP_CASTING(OriginStep.Kind.ALLOYED),
    MILLING,
    SINTERING(OriginStep.Kind.SINTERED),
    DIFFUSION,
    MACHINING,
    COATING,
    MAGNETISING(OriginStep.Kind.MAGNETISED),
    ASSEMBLY,
    RECYCLING,
    SPLIT,
    BLEND;

    private final OriginStep.@Nullable Kind step;

    Process() {
        this(null);
    }

    Process(OriginStep.@Nullable Kind step) {
        this.step = step;
    }

    /** The origin step that doing this adds. Nobody may choose: a step left out or borrowed would launder an origin. */
    public Optional<OriginStep.Kind> step() {
        return Optional.ofNullable(step);
    }

    /** Only divides or joins: what comes out is what went in, in the same proportions. */
    public boolean onlyHandles() {
        return this == SPLIT || this == BLEND;
    }

    public static Process parse(String text) {
        for (Process process : values()) {
            if (process.wire().equals(text)) {
                return process;
            }
        }
        throw new IllegalArgumentException("must be one of beneficiation, cracking, solvent-extraction, calcination,"
                + " metal-making, strip-casting, milling, sintering, diffusion, machining, coating, magnetising,"
                + " assembly, recycling, split, blend");
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

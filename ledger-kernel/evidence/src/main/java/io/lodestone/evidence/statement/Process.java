package io.lodestone.evidence.statement;

import java.util.Locale;

/** What was done to the material: the steps from ore to magnet and back, and the two that only divide or join. */
public enum Process {
    BENEFICIATION,
    CRACKING,
    SOLVENT_EXTRACTION,
    CALCINATION,
    METAL_MAKING,
    STRIP_CASTING,
    MILLING,
    SINTERING,
    DIFFUSION,
    MACHINING,
    COATING,
    MAGNETISING,
    ASSEMBLY,
    RECYCLING,
    SPLIT,
    BLEND;

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

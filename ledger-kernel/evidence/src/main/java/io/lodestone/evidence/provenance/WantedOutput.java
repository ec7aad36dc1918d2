package io.lodestone.evidence.provenance;

import io.lodestone.evidence.quantity.Mass;
import java.util.Optional;

/**
 * An output as a caller asks for it, before the masses are settled.
 *
 * @param mass empty for the rest; only the last output may ask for that
 * @param open empty for the open mass that follows: the mass without the stated elements, else the share of what
 *     remains, as in a split or blend
 */
public record WantedOutput(
        OutputKind kind, Optional<Mass> mass, Optional<Mass> open, Optional<StatedElements> elements) {

    public static WantedOutput of(OutputKind kind, Mass mass, Mass open) {
        return new WantedOutput(kind, Optional.of(mass), Optional.of(open), Optional.empty());
    }

    /** An output with the composition of what remains, open mass included. */
    public static WantedOutput share(OutputKind kind, Mass mass) {
        return new WantedOutput(kind, Optional.of(mass), Optional.empty(), Optional.empty());
    }

    public static WantedOutput rest(OutputKind kind) {
        return new WantedOutput(kind, Optional.empty(), Optional.empty(), Optional.empty());
    }
}

package io.lodestone.evidence.provenance;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.quantity.Mass;
import java.util.Optional;

/**
 * An output as a statement gives it. Never weightless, never more open mass than mass.
 *
 * @param open the part of the mass that belongs to no tracked element
 * @param elements empty where the composition follows from what remains, which is the usual case
 */
public record DrawOutput(OutputKind kind, Mass mass, Mass open, Optional<StatedElements> elements) {

    public DrawOutput {
        mass = mass.requirePositive();
        if (open.compareTo(mass) > 0) {
            throw new FormatException(Fault.OUT_OF_BOUNDS, "openUg", "cannot exceed the output's mass");
        }
    }

    public static DrawOutput of(OutputKind kind, Mass mass, Mass open) {
        return new DrawOutput(kind, mass, open, Optional.empty());
    }

    /** The mass that belongs to tracked elements. */
    public Mass tracked() {
        return mass.minus(open);
    }
}

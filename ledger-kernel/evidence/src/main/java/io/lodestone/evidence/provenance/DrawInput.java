package io.lodestone.evidence.provenance;

import io.lodestone.evidence.quantity.Mass;

/** An input of a transformation: what the lot still holds, and how much of it is used. Refuses to use nothing. */
public record DrawInput(OriginVector remaining, Mass consumed) {

    public DrawInput {
        consumed = consumed.requirePositive();
    }
}

package io.lodestone.evidence.provenance;

/** The vector a lot is born with, or why it cannot be. */
public sealed interface RegistrationResult permits RegistrationResult.Registered, OriginRefusal {

    /** The vector's total is exactly the lot's mass. */
    record Registered(OriginVector vector) implements RegistrationResult {}
}

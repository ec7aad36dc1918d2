package io.lodestone.evidence.certificate;

/** The result of verifying a bundle. Never a boolean, and never an exception for what the bundle is. */
public sealed interface Verification {

    /** Every step held. */
    record Verified(VerifiedCertificate certificate) implements Verification {}

    /** A step failed; the detail names what disagreed and repeats nothing of the bundle. */
    record Rejected(RejectionReason reason, String detail) implements Verification {}

    /** The verifier was not given what it needs to judge: no log key or no root to trust. */
    record Incomplete(String missing) implements Verification {}
}

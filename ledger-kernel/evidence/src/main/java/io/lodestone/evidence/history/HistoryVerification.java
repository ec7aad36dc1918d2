package io.lodestone.evidence.history;

/** The result of verifying a history. Never a boolean, and never an exception for what the file is. */
public sealed interface HistoryVerification {

    /** Every step held. */
    record Verified(VerifiedHistory history) implements HistoryVerification {}

    /** A step failed; the detail names what disagreed and repeats nothing of the file. */
    record Rejected(HistoryFault fault, String detail) implements HistoryVerification {}

    /** The verifier was not given what it needs to judge: no log key, or not every spent secret. */
    record Incomplete(String missing) implements HistoryVerification {}
}

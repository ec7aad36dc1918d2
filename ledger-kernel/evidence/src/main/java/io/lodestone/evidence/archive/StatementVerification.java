package io.lodestone.evidence.archive;

import io.lodestone.evidence.acceptance.KeyBook;

/** What an audit of the statements of a log found. */
public sealed interface StatementVerification {

    /**
     * They are those of the log, each signed where it had to be, and no signature is wrong.
     *
     * @param statements how many there are
     * @param signed how many of them their parties signed
     * @param keys who has which keys at the end, and has to sign
     */
    record Verified(long statements, long signed, KeyBook keys) implements StatementVerification {}

    /** The place in the log at which it showed, and what. */
    record Rejected(long index, String detail) implements StatementVerification {}

    /** Nothing can be said for want of the statement at that place, or of what the log has there. */
    record Incomplete(long index) implements StatementVerification {}
}

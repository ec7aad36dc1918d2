package io.lodestone.certificates.ledger;

import io.lodestone.certificates.problem.PassedOn;

/** What the log decided about a statement. The same statement always gets the same decision. */
public sealed interface Submission {

    /** @param index of the statement's entry */
    record Accepted(long index) implements Submission {}

    record Refused(PassedOn refusal) implements Submission {}
}

package io.lodestone.custody.statement;

import io.lodestone.evidence.digest.Digest;

/** A stored decision: which bytes it was about, and what became of them. */
public record Decided(Digest statement, Outcome outcome) {

    /** What a statement under the same key gets: the same answer for the same bytes alone. */
    public Outcome answer(Digest asked) {
        return statement.equals(asked) ? outcome : new Outcome.IdReused();
    }
}

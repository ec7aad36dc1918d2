package io.lodestone.lots.custody;

/** What the custody service says of one of several statements. */
public sealed interface BulkAnswer {

    record Decided(Disposition decision) implements BulkAnswer {}

    /**
     * Nothing is decided.
     *
     * @param passing whether it only had to wait; otherwise something is wrong with it that somebody has to look at
     */
    record Undecided(boolean passing) implements BulkAnswer {}
}

package io.lodestone.lots.access;

import io.lodestone.evidence.statement.PartyId;

/**
 * A lot as it may be shown.
 *
 * @param current false where the lot has changed since the period of the grant: it is then shown as to somebody who no
 *     longer has it, with what it was made with and not with what became of it
 */
public record Seen(Viewpoint view, boolean current) {

    public static Seen own(PartyId party) {
        return new Seen(Viewpoint.own(party), true);
    }

    public PartyId party() {
        return view.party();
    }

    /** Whether an auditor looks, who is told whose view it is. */
    public boolean granted() {
        return view.limit().isPresent();
    }
}

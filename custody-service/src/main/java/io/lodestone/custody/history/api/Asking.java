package io.lodestone.custody.history.api;

import io.lodestone.custody.history.Viewer;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.kit.actor.Actor;
import io.lodestone.kit.actor.Role;
import io.lodestone.kit.problem.KitProblem;
import io.lodestone.kit.problem.LedgerProblem;
import java.util.Optional;

/** Who asks about which lot. */
record Asking(Viewer viewer, LotId lot) {

    /** Who asks is settled before anything is looked up, or a refusal would tell that there is something. */
    static Asking of(Actor actor, String lot) {
        Optional<PartyId> party = actor.is(Role.SERVICE) ? Optional.empty() : Optional.of(actor.party());
        try {
            return new Asking(new Viewer(party, actor.is(Role.AUDITOR)), LotId.parse(lot));
        } catch (IllegalArgumentException e) {
            throw notFound();
        }
    }

    static LedgerProblem notFound() {
        return new LedgerProblem(KitProblem.NOT_FOUND, "No lot with this id is or was yours.");
    }
}

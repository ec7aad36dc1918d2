package io.lodestone.evidence.acceptance;

import static io.lodestone.evidence.acceptance.Decision.refused;

import io.lodestone.evidence.acceptance.Decision.Accepted;
import io.lodestone.evidence.acceptance.Refusal.Code;
import io.lodestone.evidence.statement.AccessGranted;
import io.lodestone.evidence.statement.AccessWithdrawn;
import io.lodestone.evidence.statement.PartyDescribed;
import io.lodestone.evidence.statement.PartyId;
import java.util.List;
import java.util.Optional;

/**
 * What a party states of itself: what it is, and who may see what it sees. A grant of somebody else and one that does
 * not exist give the same answer. That a lot of the scope is the granter's is not asked: a grant shows only what the
 * granter itself sees.
 */
final class AccessRules {

    private AccessRules() {}

    static Decision describe(PartyDescribed body, PartyId actor, LedgerView view) {
        if (!actor.equals(body.party()) && !view.registrar().equals(Optional.of(actor))) {
            return refused(Code.NOT_REGISTRAR, "actor", "a party is described by itself or by the registrar");
        }
        if (!view.isParty(body.party())) {
            return refused(Code.PARTY_UNKNOWN, "body.party", "is not a registered party");
        }
        return new Accepted(new Effects(List.of(), List.of()));
    }

    static Decision grant(AccessGranted body, PartyId actor, LedgerView view) {
        if (view.grant(body.grant()).isPresent()) {
            return refused(Code.GRANT_EXISTS, "body.grant", "is in use for another grant");
        }
        if (!view.isParty(body.auditor()) || body.auditor().equals(actor)) {
            return refused(Code.PARTY_UNKNOWN, "body.auditor", "is not another registered party");
        }
        return new Accepted(Effects.of(new Effect.GrantMade(actor, body)));
    }

    static Decision withdraw(AccessWithdrawn body, PartyId actor, LedgerView view) {
        Optional<Grant> grant =
                view.grant(body.grant()).filter(found -> found.granter().equals(actor));
        if (grant.isEmpty()) {
            return refused(Code.GRANT_UNKNOWN, "body.grant", "you have given no grant with this id");
        }
        if (grant.get().withdrawn()) {
            return refused(Code.GRANT_WITHDRAWN, "body.grant", "is withdrawn already");
        }
        return new Accepted(Effects.of(new Effect.GrantEnded(body.grant(), actor)));
    }
}

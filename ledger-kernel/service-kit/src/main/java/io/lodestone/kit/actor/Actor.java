package io.lodestone.kit.actor;

import io.lodestone.evidence.statement.PartyId;
import io.lodestone.kit.problem.KitProblem;
import io.lodestone.kit.problem.LedgerProblem;
import java.util.Set;

/** The organisation and the person behind a request; {@code org} is a party id, or a sibling service's name. */
public record Actor(String org, String person, Set<Role> roles) {

    public Actor {
        roles = Set.copyOf(roles);
    }

    /** The party that acts; refused ({@code not-a-party}) where the token speaks for something else. */
    public PartyId party() {
        try {
            return PartyId.parse(org);
        } catch (IllegalArgumentException e) {
            throw new LedgerProblem(KitProblem.NOT_A_PARTY, "The token's org is not the id of a party.");
        }
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}

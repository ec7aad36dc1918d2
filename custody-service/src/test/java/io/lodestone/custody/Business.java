package io.lodestone.custody;

import io.lodestone.evidence.statement.GrantId;
import io.lodestone.evidence.statement.PartyId;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What of a chain is whose business, and what is named in an answer although it is not. */
record Business(Chain chain, Map<String, PartyId> parties, GrantId grant) {

    /** Ids of the chain that this viewer has no business with. */
    Optional<String> foreignIn(String viewer, Response response) {
        if (viewer.equals("service")) {
            return Optional.empty();
        }
        Set<String> foreign = new TreeSet<>(Set.of(
                chain.lot.toString(),
                chain.other.toString(),
                chain.sale.transfer().toString(),
                chain.open.transfer().toString(),
                grant.toString()));
        parties.values().forEach(party -> foreign.add(party.toString()));
        foreign.removeAll(allowed(viewer));
        return foreign.stream().filter(id -> response.asString().contains(id)).findFirst();
    }

    /** One step and no further: both sides of a transfer know each other, and so do both sides of a grant. */
    private Set<String> allowed(String viewer) {
        List<Object> allowed = new ArrayList<>(
                switch (viewer) {
                    case "owner" ->
                        List.of(
                                chain.lot,
                                chain.sale.transfer(),
                                grant,
                                chain.former,
                                chain.holder,
                                parties.get("auditor"),
                                parties.get("period"),
                                parties.get("withdrawn"),
                                parties.get("none"));
                    case "auditor" ->
                        List.of(chain.lot, chain.sale.transfer(), grant, chain.owner, chain.former, chain.holder);
                    case "holder" ->
                        List.of(
                                chain.lot,
                                chain.other,
                                chain.open.transfer(),
                                chain.owner,
                                chain.recipient,
                                chain.downstream);
                    case "former" -> List.of(chain.lot, chain.sale.transfer(), chain.owner, chain.upstream);
                    case "upstream" -> List.of(chain.lot, chain.former);
                    case "recipient" -> List.of(chain.lot, chain.open.transfer(), chain.holder);
                    case "downstream" -> List.of(chain.other, chain.holder);
                    case "withdrawn", "period" -> List.of(chain.owner);
                    default -> List.of();
                });
        if (parties.containsKey(viewer)) {
            allowed.add(parties.get(viewer));
        }
        // Everybody gave a grant to this one, about a lot that it named itself.
        allowed.add(parties.get("none"));
        return allowed.stream().map(Object::toString).collect(Collectors.toSet());
    }
}

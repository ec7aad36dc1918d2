package io.lodestone.lots.party.app;

import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.party.Holder;
import io.lodestone.evidence.party.Owner;
import io.lodestone.evidence.party.Ownership;
import io.lodestone.evidence.party.PartyDescription;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.kit.actor.Actor;
import io.lodestone.kit.actor.Role;
import io.lodestone.lots.feed.app.Feed;
import io.lodestone.lots.party.AsOf;
import io.lodestone.lots.party.Described;
import io.lodestone.lots.party.OwnershipAnswer;
import io.lodestone.lots.party.store.DescriptionRows;
import io.lodestone.lots.party.store.PartyRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Who owned a party on a day. The registrar and sibling services see the whole chain; the party itself sees the owners
 * it stated, and not what those stated of themselves.
 */
@Singleton
public class Ownerships {

    private static final int MAX_PARTIES = 500;

    private final Feed feed;
    private final Pool pool;

    @Inject
    Ownerships(Feed feed, Pool pool) {
        this.feed = feed;
        this.pool = pool;
    }

    public Uni<Optional<JsonObject>> of(Actor actor, PartyId party, AsOf asOf) {
        boolean all = actor.is(Role.REGISTRAR) || actor.is(Role.SERVICE);
        if (!all && !actor.org().equals(party.toString())) {
            return Uni.createFrom().item(Optional.empty());
        }
        return feed.current()
                .chain(() -> PartyRows.find(pool, party))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : climb(asOf, Set.of(party), new HashMap<>(), all ? Ownership.MAX_DEPTH : 0)
                                .map(known -> Optional.of(answer(party, asOf, known))));
    }

    /** @param levels how many more levels of owners may be looked at */
    private Uni<Map<PartyId, Described>> climb(
            AsOf asOf, Set<PartyId> level, Map<PartyId, Described> known, int levels) {
        return DescriptionRows.asOf(pool, level, asOf.moment()).chain(found -> {
            known.putAll(found);
            Set<PartyId> next = new TreeSet<>();
            found.values()
                    .forEach(described -> owners(described).stream()
                            .map(Owner::holder)
                            .map(Holder::party)
                            .flatMap(Optional::stream)
                            .filter(owner -> !known.containsKey(owner))
                            .forEach(next::add));
            Set<PartyId> sought = next.stream()
                    .limit(Math.max(0, MAX_PARTIES - known.size()))
                    .collect(Collectors.toCollection(TreeSet::new));
            return sought.isEmpty() || levels == 0
                    ? Uni.createFrom().item(known)
                    : climb(asOf, sought, known, levels - 1);
        });
    }

    private static List<Owner> owners(Described described) {
        return described.content().map(PartyDescription::owners).orElse(List.of());
    }

    private static JsonObject answer(PartyId party, AsOf asOf, Map<PartyId, Described> known) {
        Map<PartyId, List<Owner>> book = new HashMap<>();
        known.forEach((id, described) -> book.put(id, owners(described)));
        boolean whole = book.containsKey(party)
                && book.values().stream()
                        .flatMap(List::stream)
                        .flatMap(owner -> owner.holder().party().stream())
                        .allMatch(book::containsKey);
        return OwnershipAnswer.of(Ownership.of(party, book, whole), asOf, known);
    }
}

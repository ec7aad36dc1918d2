package io.lodestone.evidence.acceptance;

import io.lodestone.evidence.acceptance.KeyBook.Signing;
import io.lodestone.evidence.signature.Thumbprint;
import io.lodestone.evidence.statement.PartyId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Names the keys and requirements in which two books differ. */
final class KeyDifferences {

    private final Set<String> found = new TreeSet<>();

    private KeyDifferences() {}

    private record Id(PartyId party, Thumbprint key) {}

    static Set<String> between(KeyBook stated, KeyBook kept) {
        KeyDifferences differences = new KeyDifferences();
        differences.keys(byId(stated), byId(kept));
        differences.signing(byParty(stated), byParty(kept));
        return differences.found;
    }

    private static Map<Id, PartyKey> byId(KeyBook book) {
        Map<Id, PartyKey> keys = new HashMap<>();
        book.allKeys()
                .forEach(key ->
                        keys.put(new Id(key.added().party(), key.added().key().thumbprint()), key));
        return keys;
    }

    private static Map<PartyId, Signing> byParty(KeyBook book) {
        Map<PartyId, Signing> signing = new HashMap<>();
        book.allSigning().forEach(said -> signing.put(said.party(), said));
        return signing;
    }

    private void keys(Map<Id, PartyKey> stated, Map<Id, PartyKey> kept) {
        stated.forEach((id, key) -> {
            PartyKey there = kept.get(id);
            if (there == null) {
                key(id, "was added and is not kept");
            } else if (!there.revoked().equals(key.revoked())) {
                key(id, "is not revoked as was stated");
            } else if (!there.equals(key)) {
                key(id, "is not kept as it was stated");
            }
        });
        kept.keySet().stream().filter(id -> !stated.containsKey(id)).forEach(id -> key(id, "was never added"));
    }

    private void key(Id id, String what) {
        found.add("key " + id.key() + " of party " + id.party() + " " + what);
    }

    private void signing(Map<PartyId, Signing> stated, Map<PartyId, Signing> kept) {
        Set<PartyId> parties = new TreeSet<>(stated.keySet());
        parties.addAll(kept.keySet());
        for (PartyId party : parties) {
            Signing said = stated.get(party);
            if (said == null || !said.equals(kept.get(party))) {
                found.add("whether party " + party + " signs is not kept as it was stated");
            }
        }
    }
}

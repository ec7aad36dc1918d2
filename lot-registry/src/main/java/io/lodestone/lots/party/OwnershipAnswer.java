package io.lodestone.lots.party;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonNull;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.party.Holdings;
import io.lodestone.evidence.party.Ownership;
import io.lodestone.evidence.party.Ownership.Chain;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.WireTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Ownership as the API answers it: every owner with its chains and the three readings; shares are exact fractions. */
public final class OwnershipAnswer {

    private OwnershipAnswer() {}

    /** @param descriptions of the parties whose owners were looked at */
    public static JsonObject of(Ownership ownership, AsOf asOf, Map<PartyId, Described> descriptions) {
        List<Json> owners = new ArrayList<>();
        ownership.owners().forEach((key, chains) -> owners.add(owner(ownership, key, chains)));
        List<Json> stated = new ArrayList<>();
        new TreeMap<>(descriptions)
                .forEach((party, described) -> stated.add(Json.object()
                        .put("eventTime", WireTime.text(described.from()))
                        .put("index", described.index())
                        .putWire("party", party)
                        .build()));
        return Json.object()
                .put("asOf", WireTime.text(asOf.moment()))
                .put("complete", ownership.complete())
                .put("cyclic", ownership.cyclic())
                .put(
                        "listed",
                        asOf.listed().isEmpty() ? JsonNull.NULL : readings(ownership.heldBy(asOf.listed()), asOf))
                .put("owners", Json.array(owners))
                .putWire("party", ownership.subject())
                .put("stated", Json.array(stated))
                .build();
    }

    private static JsonObject readings(Holdings holdings, AsOf asOf) {
        return readings(holdings)
                .with("owners", Json.strings(asOf.listed().stream().sorted().toList()));
    }

    private static JsonObject readings(Holdings holdings) {
        return Json.object()
                .put("half", holdings.half().name().toLowerCase(Locale.ROOT))
                .put("majorities", holdings.majorities())
                .putWire("product", holdings.product())
                .putWire("summed", holdings.summed())
                .build();
    }

    private static Json owner(Ownership ownership, String key, List<Chain> chains) {
        SortedMap<String, Json> members =
                new TreeMap<>(chains.get(0).top().json().build().members());
        members.putAll(readings(ownership.heldBy(Set.of(key))).members());
        members.put(
                "chains", Json.array(chains.stream().map(OwnershipAnswer::chain).toList()));
        return Json.object(members);
    }

    private static Json chain(Chain chain) {
        return Json.object()
                .put(
                        "links",
                        chain.links(),
                        link -> link.holder()
                                .json()
                                .putWire("share", link.share())
                                .build())
                .put("majorities", chain.majorities())
                .putWire("product", chain.product())
                .build();
    }
}

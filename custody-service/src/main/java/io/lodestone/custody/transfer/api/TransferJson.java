package io.lodestone.custody.transfer.api;

import io.lodestone.custody.transfer.Age;
import io.lodestone.custody.transfer.Details;
import io.lodestone.custody.transfer.Details.Weighed;
import io.lodestone.custody.transfer.Listed;
import io.lodestone.custody.transfer.Listed.Place;
import io.lodestone.custody.transfer.app.Inbox.Aged;
import io.lodestone.custody.transfer.app.Inbox.Item;
import io.lodestone.evidence.acceptance.Transfer;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonNull;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Json.ObjectBuilder;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.Discrepancy;
import io.lodestone.evidence.statement.WireTime;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A transfer as it is answered. */
final class TransferJson {

    private static final int KG_DECIMALS = 9;
    private static final long MILLION = 1_000_000;
    private static final int PPM_DECIMALS = 3;

    private TransferJson() {}

    static JsonObject of(Listed listed) {
        return members(listed).build();
    }

    static JsonObject waiting(Item item) {
        return members(item.listed())
                .put("waiting", item.why(), why -> Json.string(why.wire()))
                .build();
    }

    static JsonObject aged(Aged aged) {
        Age age = aged.age();
        return members(aged.listed())
                .put("ageDays", age.days())
                .put("bucket", age.bucket().label())
                .build();
    }

    /** With what its parties have said of it. */
    static JsonObject detailed(Listed listed, Details details) {
        JsonObject offer = details.offer().json();
        JsonObject dispute = listed.disputed()
                .map(at -> Json.object()
                        .put("index", at.index())
                        .putWire("reason", listed.reason())
                        .put("takes", parts(details), part -> part)
                        .putWire("text", details.disputeText())
                        .put("time", WireTime.text(at.time()))
                        .build())
                .orElseGet(() -> Json.object().build());
        ObjectBuilder all = members(listed)
                .put("dispute", listed.disputed().isPresent() ? dispute : JsonNull.NULL)
                .put("weighings", details.weighings(), weighed -> weighed(weighed, listed));
        for (String name : List.of("documents", "eventTime", "incoterm", "purpose", "route", "seals", "transport")) {
            Json value = offer.get(name);
            all = all.put(name, value == null ? JsonNull.NULL : value);
        }
        return all.build();
    }

    /** What the recipient would take of lots, and as which. */
    private static List<JsonObject> parts(Details details) {
        List<JsonObject> parts = new ArrayList<>();
        details.dispute()
                .ifPresent(dispute -> dispute.lots()
                        .forEach(item -> item.takes()
                                .ifPresent(part -> parts.add(Json.object()
                                        .putWire("lot", item.of().lot())
                                        .put("massKg", part.mass().toKg())
                                        .putWire("part", part.lot())
                                        .build()))));
        return parts;
    }

    private static JsonObject weighed(Weighed weighed, Listed listed) {
        Mass offered = listed.transfer().lots().getOrDefault(weighed.lot(), Mass.ZERO);
        Discrepancy discrepancy = new Discrepancy(offered, weighed.weighing());
        BigInteger difference = discrepancy.differenceUg();
        return Json.object()
                .put("differenceKg", kg(difference))
                .put("differenceUg", difference.toString())
                .putWire("grossKg", weighed.weighing().gross().map(Mass::toKg))
                .put("index", weighed.index())
                .putWire("lot", weighed.lot())
                .put("netKg", weighed.weighing().net().toKg())
                .put("offeredKg", offered.toKg())
                .put("relative", discrepancy.relative().toString())
                .put("relativePpm", discrepancy.relative().times(MILLION).rounded(PPM_DECIMALS))
                .put("significant", discrepancy.significant())
                .put("uncertaintyKg", weighed.weighing().uncertainty().toKg())
                .build();
    }

    private static String kg(BigInteger ug) {
        BigDecimal value = new BigDecimal(ug, KG_DECIMALS).stripTrailingZeros();
        return value.toPlainString();
    }

    private static ObjectBuilder members(Listed listed) {
        Transfer transfer = listed.transfer();
        return Json.object()
                .put("answeredIndex", index(listed.ended()))
                .putWire("answeredTime", time(listed.ended()))
                .put("disputedIndex", index(listed.disputed()))
                .putWire("expires", transfer.expires().map(WireTime::text))
                .put(
                        "lots",
                        List.copyOf(transfer.lots().entrySet()),
                        lot -> Json.object()
                                .putWire("lot", lot.getKey())
                                .put("massKg", lot.getValue().toKg())
                                .putWire("massUg", lot.getValue())
                                .build())
                .put("offeredIndex", listed.offeredIndex())
                .put("offeredTime", WireTime.text(listed.offered().time()))
                .putWire("reason", listed.reason())
                .putWire("recipient", transfer.recipient())
                .putWire("sender", transfer.sender())
                .put("state", transfer.state().name().toLowerCase(Locale.ROOT))
                .put("title", transfer.titlePasses() ? "passes" : "stays")
                .putWire("transfer", transfer.transfer());
    }

    private static Json index(Optional<Place> place) {
        return place.<Json>map(at -> Json.integer(at.index())).orElse(JsonNull.NULL);
    }

    private static Optional<String> time(Optional<Place> place) {
        return place.map(at -> WireTime.text(at.time()));
    }
}

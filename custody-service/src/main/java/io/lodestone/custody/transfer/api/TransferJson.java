package io.lodestone.custody.transfer.api;

import io.lodestone.custody.transfer.app.TransferQueries.Listed;
import io.lodestone.evidence.acceptance.Transfer;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonNull;
import io.lodestone.evidence.canonical.Json.JsonObject;
import java.util.List;
import java.util.Locale;

/** A transfer as it is answered. */
final class TransferJson {

    private TransferJson() {}

    static JsonObject of(Listed listed) {
        Transfer transfer = listed.transfer();
        return Json.object()
                .put(
                        "answeredIndex",
                        listed.answeredIndex().isPresent()
                                ? Json.integer(listed.answeredIndex().getAsLong())
                                : JsonNull.NULL)
                .put(
                        "lots",
                        List.copyOf(transfer.lots().entrySet()),
                        lot -> Json.object()
                                .putWire("lot", lot.getKey())
                                .put("massKg", lot.getValue().toKg())
                                .putWire("massUg", lot.getValue())
                                .build())
                .put("offeredIndex", listed.offeredIndex())
                .putWire("recipient", transfer.recipient())
                .putWire("sender", transfer.sender())
                .put("state", transfer.state().name().toLowerCase(Locale.ROOT))
                .put("title", transfer.titlePasses() ? "passes" : "stays")
                .putWire("transfer", transfer.transfer())
                .build();
    }
}

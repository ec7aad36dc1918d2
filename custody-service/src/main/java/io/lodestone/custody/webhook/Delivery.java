package io.lodestone.custody.webhook;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.TransferId;
import io.lodestone.evidence.statement.WireTime;
import java.time.Instant;

/**
 * An event on its way to a webhook.
 *
 * @param index of the statement by which it happened
 * @param time of that entry
 */
public record Delivery(
        WebhookId webhook,
        long index,
        Event event,
        TransferId transfer,
        PartyId sender,
        PartyId recipient,
        Instant time) {

    /** The same in every attempt, so that a receiver knows what it has seen. */
    public String id() {
        return "msg_" + webhook + "_" + index;
    }

    /** It names ids alone: what is behind them is asked for with a token. */
    public byte[] body() {
        return CanonicalJson.bytes(Json.object()
                .put(
                        "data",
                        Json.object()
                                .put("index", index)
                                .putWire("recipient", recipient)
                                .putWire("sender", sender)
                                .putWire("transfer", transfer)
                                .build())
                .put("timestamp", WireTime.text(time))
                .put("type", "transfer." + event.wire())
                .build());
    }
}

package io.lodestone.custody.webhook.api;

import io.lodestone.custody.transfer.api.Paging;
import io.lodestone.custody.webhook.Event;
import io.lodestone.custody.webhook.Sent;
import io.lodestone.custody.webhook.Webhook;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Json.ObjectBuilder;
import io.lodestone.evidence.statement.WireTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Webhooks and deliveries as they are answered. */
final class WebhookJson {

    private WebhookJson() {}

    static ObjectBuilder of(Webhook webhook) {
        return Json.object()
                .put("created", WireTime.text(webhook.created()))
                .put("events", List.copyOf(webhook.events()), (Event event) -> Json.string(event.wire()))
                .putWire("url", webhook.url())
                .putWire("webhook", webhook.id())
                .putWire("withdrawn", webhook.withdrawn().map(WireTime::text));
    }

    private static JsonObject of(Sent sent) {
        Optional<Integer> status =
                sent.status().isPresent() ? Optional.of(sent.status().getAsInt()) : Optional.empty();
        return Json.object()
                .put("attempts", sent.attempts())
                .putWire("delivered", sent.delivered().map(WireTime::text))
                .put("event", sent.delivery().event().wire())
                .putWire("failure", sent.failure())
                .put("id", sent.delivery().id())
                .put("index", sent.delivery().index())
                .putWire("nextAttempt", sent.next().map(WireTime::text))
                .put("state", sent.state().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("status", status.<Json>map(Json::integer).orElse(Json.JsonNull.NULL))
                .put("time", WireTime.text(sent.delivery().time()))
                .putWire("transfer", sent.delivery().transfer())
                .build();
    }

    /** A page of a list that begins with what is latest. */
    record Page(Paging paging) {

        long before() {
            return paging.after() == 0 ? Long.MAX_VALUE : paging.after();
        }

        int limit() {
            return paging.limit();
        }

        JsonObject of(List<Sent> sent) {
            return paging.page(sent, one -> one.delivery().index(), WebhookJson::of);
        }
    }

    static Page page(@Nullable String cursor, @Nullable String limit) {
        return new Page(Paging.of(cursor, limit));
    }
}

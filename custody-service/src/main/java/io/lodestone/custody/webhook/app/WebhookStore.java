package io.lodestone.custody.webhook.app;

import io.lodestone.custody.webhook.HookSecret;
import io.lodestone.custody.webhook.Sent;
import io.lodestone.custody.webhook.Webhook;
import io.lodestone.custody.webhook.WebhookId;
import io.lodestone.evidence.statement.PartyId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Webhooks, kept. */
public interface WebhookStore {

    /** It is told what happens after the log's end as it is now; false where the party has as many as it may have. */
    Uni<Boolean> add(Webhook webhook, HookSecret secret);

    Uni<Optional<Webhook>> find(PartyId party, WebhookId id);

    /** Ends it, and what was on its way to it; once. */
    Uni<Optional<Webhook>> withdraw(PartyId party, WebhookId id, Instant now);

    Uni<List<Webhook>> list(PartyId party);

    /** Of the events before that index, the latest first. */
    Uni<List<Sent>> deliveries(WebhookId id, long before, int limit);
}

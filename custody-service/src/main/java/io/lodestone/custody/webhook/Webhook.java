package io.lodestone.custody.webhook;

import io.lodestone.evidence.statement.PartyId;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where a party wants to be told of what.
 *
 * @param withdrawn when the party ended it
 */
public record Webhook(
        WebhookId id,
        PartyId party,
        HookUrl url,
        SortedSet<Event> events,
        Instant created,
        Optional<Instant> withdrawn) {

    /** As many as a party may have at a time. */
    public static final int MAX = 10;

    public Webhook {
        events = Collections.unmodifiableSortedSet(new TreeSet<>(events));
    }
}

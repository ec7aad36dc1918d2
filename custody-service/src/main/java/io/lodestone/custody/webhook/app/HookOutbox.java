package io.lodestone.custody.webhook.app;

import io.lodestone.custody.webhook.Attempted;
import io.lodestone.custody.webhook.Outgoing;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is to be delivered. Any number of instances may use it at once. */
public interface HookOutbox {

    /** Queues what has happened since the last time, for whoever wants to be told of it; each event once. */
    Uni<Void> follow(Instant now);

    /** Takes what is due, counts the attempt, and keeps it from others until {@code lease}. */
    Uni<List<Outgoing>> take(Instant now, Instant lease, int limit);

    /** @param next when it is tried again; empty where it was delivered or that was the last attempt */
    Uni<Void> settle(Outgoing outgoing, Attempted attempted, Instant now, Optional<Instant> next);
}

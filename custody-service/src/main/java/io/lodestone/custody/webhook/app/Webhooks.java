package io.lodestone.custody.webhook.app;

import io.lodestone.custody.problem.CustodyProblem;
import io.lodestone.custody.webhook.Failure;
import io.lodestone.custody.webhook.HookSecret;
import io.lodestone.custody.webhook.Sent;
import io.lodestone.custody.webhook.Webhook;
import io.lodestone.custody.webhook.WebhookId;
import io.lodestone.custody.webhook.WebhookRequest;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.kit.ids.Ids;
import io.lodestone.kit.problem.KitProblem;
import io.lodestone.kit.problem.LedgerProblem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** A party's webhooks. What the operator does not allow is refused when it is asked for, and again at each delivery. */
@Singleton
public class Webhooks {

    private final WebhookStore store;
    private final Destinations destinations;
    private final Ids ids;
    private final Clock clock;

    @Inject
    Webhooks(WebhookStore store, Destinations destinations, Ids ids, Clock clock) {
        this.store = store;
        this.destinations = destinations;
        this.ids = ids;
        this.clock = clock;
    }

    /** A webhook, with its secret where it is new. */
    public record Registered(Webhook webhook, Optional<HookSecret> secret) {}

    /** Registered under {@code id} once: the same again gives the same webhook, and no secret. */
    public Uni<Registered> register(PartyId party, WebhookId id, WebhookRequest request) {
        Webhook wanted = new Webhook(id, party, request.url(), request.events(), clock.instant(), Optional.empty());
        return store.find(party, id)
                .chain(found -> found.map(known -> Uni.createFrom().item(same(known, wanted)))
                        .orElseGet(() -> fresh(wanted)));
    }

    private static Registered same(Webhook known, Webhook wanted) {
        if (!known.url().equals(wanted.url()) || !known.events().equals(wanted.events())) {
            throw new LedgerProblem(
                    CustodyProblem.WEBHOOK_ID_REUSED, "This party has used the key for another webhook.");
        }
        return new Registered(known, Optional.empty());
    }

    private Uni<Registered> fresh(Webhook wanted) {
        HookSecret secret = new HookSecret(ids.random(HookSecret.LENGTH));
        return destinations
                .of(wanted.url())
                .invoke(found -> found.refused().ifPresent(Webhooks::refuse))
                .chain(() -> store.add(wanted, secret))
                .map(added -> {
                    if (!added) {
                        throw new LedgerProblem(
                                CustodyProblem.WEBHOOK_LIMIT, "A party has at most " + Webhook.MAX + " webhooks.");
                    }
                    return new Registered(wanted, Optional.of(secret));
                });
    }

    private static void refuse(Failure why) {
        throw new LedgerProblem(CustodyProblem.WEBHOOK_REFUSED, "Nothing is delivered there: " + why.wire() + ".")
                .at("url");
    }

    public Uni<Webhook> withdraw(PartyId party, WebhookId id) {
        return store.withdraw(party, id, clock.instant()).map(found -> found.orElseThrow(Webhooks::notFound));
    }

    public Uni<List<Webhook>> list(PartyId party) {
        return store.list(party);
    }

    /** The latest first. */
    public Uni<List<Sent>> deliveries(PartyId party, WebhookId id, long before, int limit) {
        return store.find(party, id)
                .map(found -> found.orElseThrow(Webhooks::notFound))
                .chain(found -> store.deliveries(id, before, limit));
    }

    private static LedgerProblem notFound() {
        return new LedgerProblem(KitProblem.NOT_FOUND, "You have no webhook with this id.");
    }
}

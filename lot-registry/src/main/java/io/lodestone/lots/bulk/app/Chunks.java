package io.lodestone.lots.bulk.app;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.Salt;
import io.lodestone.evidence.statement.Uuid7;
import io.lodestone.kit.actor.Actor;
import io.lodestone.kit.ids.Ids;
import io.lodestone.kit.problem.LedgerProblem;
import io.lodestone.kit.problem.Passing;
import io.lodestone.lots.bulk.Asked;
import io.lodestone.lots.bulk.BulkItem;
import io.lodestone.lots.bulk.BulkResult;
import io.lodestone.lots.bulk.Mentions;
import io.lodestone.lots.bulk.Names;
import io.lodestone.lots.bulk.Preparation;
import io.lodestone.lots.bulk.Workbench;
import io.lodestone.lots.bulk.store.ChunkRows;
import io.lodestone.lots.bulk.store.ChunkRows.Loaded;
import io.lodestone.lots.bulk.store.ChunkRows.Needs;
import io.lodestone.lots.custody.Disposition;
import io.lodestone.lots.feed.app.Feed;
import io.lodestone.lots.outbox.Keeping;
import io.lodestone.lots.outbox.Kept;
import io.lodestone.lots.outbox.Source;
import io.lodestone.lots.outbox.app.Delivery;
import io.lodestone.lots.outbox.app.RefusalListener;
import io.lodestone.lots.outbox.app.Relay;
import io.lodestone.lots.outbox.app.Submissions;
import io.lodestone.lots.outbox.store.KeyTaken;
import io.lodestone.lots.outbox.store.Outbox;
import io.lodestone.lots.outbox.store.Sources;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Brings one chunk of items to its results: looks up their keys, works them out, keeps them in one transaction, sends
 * them in order, and waits until the feed shows them. What is kept is finished by the relay, whatever becomes of this.
 */
@Singleton
public class Chunks {

    /** How often others may be faster with a key before the caller is asked to come back. */
    private static final int ATTEMPTS = 3;

    private final Sources sources;
    private final ChunkRows rows;
    private final Outbox outbox;
    private final Submissions submissions;
    private final Delivery delivery;
    private final Relay relay;
    private final Feed feed;
    private final ReversalItems reversals;
    private final Ids ids;
    private final RefusalListener refusals;
    private final Clock clock;
    private final String log;

    @Inject
    Chunks(
            Sources sources,
            ChunkRows rows,
            Outbox outbox,
            Submissions submissions,
            Delivery delivery,
            Relay relay,
            Feed feed,
            ReversalItems reversals,
            Ids ids,
            RefusalListener refusals,
            Clock clock,
            @ConfigProperty(name = "lodestone.log.origin") String log) {
        this.sources = sources;
        this.rows = rows;
        this.outbox = outbox;
        this.submissions = submissions;
        this.delivery = delivery;
        this.relay = relay;
        this.feed = feed;
        this.reversals = reversals;
        this.ids = ids;
        this.refusals = refusals;
        this.clock = clock;
        this.log = log;
    }

    /** One request on its way. */
    static final class Run {

        final Actor actor;
        final Uuid7 bulk;
        final Preparation preparation;
        boolean away;

        Run(Actor actor, Uuid7 bulk, Preparation preparation) {
            this.actor = actor;
            this.bulk = bulk;
            this.preparation = preparation;
        }
    }

    Run begin(Actor actor) {
        Preparation preparation = new Preparation(
                actor.party(), new Workbench(), new Names(), ids::next, () -> Salt.of(ids.random(Salt.LENGTH)));
        return new Run(actor, ids.next(), preparation);
    }

    /** One result for each item; where the database is away, that none of them was taken. */
    Uni<List<BulkResult>> results(Run run, List<BulkItem> items) {
        Uni<List<BulkResult>> results = items.get(0).asked() instanceof Asked.Reversal reversal
                ? reversals.result(run.actor, items.get(0), reversal).map(List::of)
                : attempt(run, items, 1);
        return results.onFailure(Passing::isPassing)
                .recoverWithItem(() -> notTaken(items, "Something this service needs is away."));
    }

    private static List<BulkResult> notTaken(List<BulkItem> items, String detail) {
        LedgerProblem problem = Passing.unavailable(detail + " Send the item again under the same key.");
        return items.stream().map(item -> BulkResult.refused(item, problem)).toList();
    }

    private Uni<List<BulkResult>> attempt(Run run, List<BulkItem> items, int attempt) {
        return known(run.actor, items)
                .chain(found -> slots(run, items, found))
                .call(slots -> keep(run, keepings(slots)))
                .call(slots -> told(run, slots))
                .chain(slots -> sent(run, slots))
                .onFailure(KeyTaken.class)
                .recoverWithUni(() -> attempt < ATTEMPTS
                        ? attempt(run, items, attempt + 1)
                        : Uni.createFrom().item(notTaken(items, "Others bring the same keys at the same time.")));
    }

    /** The keys that are taken. What is still queued under one of them is tried now, for somebody asks. */
    private Uni<Map<Digest, Source>> known(Actor actor, List<BulkItem> items) {
        Set<Digest> keys = new HashSet<>();
        for (BulkItem item : items) {
            item.key().ifPresent(key -> keys.add(key.digest()));
            item.asked().refs().forEach(ref -> ref.key().ifPresent(key -> keys.add(key.digest())));
        }
        return sources.find(actor.party(), keys)
                .chain(found -> found.values().stream().anyMatch(Chunks::isQueued)
                        ? relay.sendDue().chain(() -> sources.find(actor.party(), keys))
                        : Uni.createFrom().item(found));
    }

    private static boolean isQueued(Source source) {
        return source.kept().disposition() instanceof Disposition.Queued;
    }

    private Uni<List<Slot>> slots(Run run, List<BulkItem> items, Map<Digest, Source> found) {
        Uni<Boolean> here = run.away ? Uni.createFrom().item(false) : feed.current();
        return here.invoke(current -> run.away = !current)
                .chain(() -> rows.load(needs(run, items, found)))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(loaded -> work(run, items, found, loaded));
    }

    private static Needs needs(Run run, List<BulkItem> items, Map<Digest, Source> found) {
        Mentions mentions = Mentions.of(items.stream().map(BulkItem::asked).toList());
        Set<LotId> lots = new HashSet<>(mentions.lots());
        found.values()
                .forEach(source -> lots.addAll(source.kept().statement().body().creates()));
        return new Needs(run.actor.party(), mentions.facilities(), lots, mentions.assays());
    }

    private List<Slot> work(Run run, List<BulkItem> items, Map<Digest, Source> found, Loaded loaded) {
        run.preparation.bench().load(loaded.booked(), loaded.pending(), loaded.profiles());
        return new Chunk(run.actor, run.preparation, submissions, clock, log, found, !run.away).work(items);
    }

    private Uni<Void> told(Run run, List<Slot> slots) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Slot slot : slots) {
            if (slot instanceof Slot.No no && no.attempt().isPresent()) {
                Slot.Attempt attempt = no.attempt().get();
                all = all.chain(
                        () -> refusals.refused(run.actor.party(), attempt.id(), attempt.inputs(), attempt.refusal()));
            }
        }
        return all;
    }

    private static List<Keeping> keepings(List<Slot> slots) {
        return slots.stream()
                .flatMap(slot -> slot instanceof Slot.Fresh fresh
                        ? java.util.stream.Stream.of(fresh.keeping())
                        : java.util.stream.Stream.empty())
                .toList();
    }

    private Uni<Void> keep(Run run, List<Keeping> keepings) {
        Instant now = clock.instant();
        return outbox.keepAll(keepings, run.bulk, now, run.away ? now : now.plus(Relay.LEASE));
    }

    private Uni<List<BulkResult>> sent(Run run, List<Slot> slots) {
        List<Kept> kept = keepings(slots).stream().map(Keeping::kept).toList();
        Uni<List<Kept>> delivered =
                run.away || kept.isEmpty() ? Uni.createFrom().item(kept) : delivery.deliver(kept);
        return delivered.chain(sent -> {
            run.away |= sent.stream().anyMatch(one -> one.disposition() instanceof Disposition.Queued);
            Settled settled = new Settled(slots, sent);
            return shown(run, settled.lastIndex()).map(shown -> {
                sent.forEach(one ->
                        run.preparation.bench().settle(one.statement(), settled.isUnderway(one.disposition(), shown)));
                return settled.results(shown, run.preparation.names());
            });
        });
    }

    /** Whether the feed has brought everything up to that index. */
    private Uni<Boolean> shown(Run run, long index) {
        if (index == 0) {
            return Uni.createFrom().item(true);
        }
        return feed.catchUpTo(index)
                .replaceWith(true)
                .onFailure(LedgerProblem.class)
                .recoverWithItem(() -> {
                    run.away = true;
                    return false;
                });
    }
}

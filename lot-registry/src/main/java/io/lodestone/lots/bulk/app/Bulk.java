package io.lodestone.lots.bulk.app;

import io.lodestone.kit.actor.Actor;
import io.lodestone.kit.problem.Passing;
import io.lodestone.lots.bulk.Asked;
import io.lodestone.lots.bulk.BulkItem;
import io.lodestone.lots.bulk.BulkResult;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Takes requests of many items, a few at a time, chunk by chunk in the order of the items. */
@Singleton
public class Bulk {

    /** What is kept, sent and shown at once: progress is seen at this pace. */
    private static final int CHUNK = 250;

    /** Each holds its items in memory until it is done, and they share two services and one log. */
    private static final int AT_ONCE = 4;

    private final Semaphore room = new Semaphore(AT_ONCE);
    private final Chunks chunks;

    @Inject
    Bulk(Chunks chunks) {
        this.chunks = chunks;
    }

    /**
     * The results in the order of the items, as they are decided. Refuses the request as a whole, before anything is
     * done, where it cannot be read or too many are under way.
     */
    public Multi<BulkResult> take(Actor actor, Supplier<List<BulkItem>> read) {
        if (!room.tryAcquire()) {
            return Multi.createFrom()
                    .failure(Passing.unavailable("Too many requests like this are under way; nothing was done."));
        }
        return Uni.createFrom()
                .item(read)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onItem()
                .transformToMulti(items -> results(actor, items))
                .onTermination()
                .invoke(() -> room.release());
    }

    private Multi<BulkResult> results(Actor actor, List<BulkItem> items) {
        Chunks.Run run = chunks.begin(actor);
        return Multi.createFrom()
                .iterable(cut(items))
                .onItem()
                .transformToUniAndConcatenate(chunk -> chunks.results(run, chunk))
                .onItem()
                .disjoint();
    }

    /** A reversal stands alone: what it takes back may be made just ahead of it. */
    private static List<List<BulkItem>> cut(List<BulkItem> items) {
        List<List<BulkItem>> chunks = new ArrayList<>();
        List<BulkItem> chunk = new ArrayList<>();
        for (BulkItem item : items) {
            boolean alone = item.asked() instanceof Asked.Reversal;
            if (!chunk.isEmpty()
                    && (alone || chunk.size() == CHUNK || chunk.get(0).asked() instanceof Asked.Reversal)) {
                chunks.add(chunk);
                chunk = new ArrayList<>();
            }
            chunk.add(item);
        }
        if (!chunk.isEmpty()) {
            chunks.add(chunk);
        }
        return chunks;
    }
}

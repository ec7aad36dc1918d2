package io.lodestone.lots.feed.app;

import io.lodestone.kit.problem.LedgerProblem;
import io.lodestone.kit.problem.Passing;
import io.lodestone.lots.custody.Custody;
import io.lodestone.lots.feed.FeedPage;
import io.lodestone.lots.feed.store.FeedStore;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Follows the custody service's feed of accepted statements. */
@Singleton
public class Feed {

    /** What a caller waits for current data; without it the data is what it was. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Custody custody;
    private final FeedStore store;

    @Inject
    Feed(Custody custody, FeedStore store) {
        this.custody = custody;
        this.store = store;
    }

    /** Applies everything that the custody service has. */
    public Uni<Void> catchUp() {
        return step().chain(step ->
                step.cursor < step.head ? catchUp() : Uni.createFrom().voidItem());
    }

    /** Returns when the statement with that index is applied. */
    public Uni<Void> catchUpTo(long index) {
        return store.cursor()
                .chain(cursor -> cursor >= index
                        ? Uni.createFrom().voidItem()
                        : step(cursor).chain(step -> {
                            if (step.cursor <= cursor) {
                                throw Passing.unavailable("The feed does not hold this statement yet.");
                            }
                            return catchUpTo(index);
                        }));
    }

    /** Catches up, and says whether it could: the custody service may be away. */
    public Uni<Boolean> current() {
        return catchUp()
                .replaceWith(true)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure(Feed::isAway)
                .recoverWithItem(false);
    }

    private static boolean isAway(Throwable failure) {
        return failure instanceof LedgerProblem || failure instanceof TimeoutException;
    }

    private record Step(long cursor, long head) {}

    private Uni<Step> step() {
        return store.cursor().chain(cursor -> step(cursor));
    }

    private Uni<Step> step(long cursor) {
        return custody.feed(cursor).chain(page -> apply(page, cursor));
    }

    private Uni<Step> apply(FeedPage page, long cursor) {
        // An empty page is the end, whatever the head says: it may have moved meanwhile.
        return page.items().isEmpty()
                ? Uni.createFrom().item(new Step(cursor, cursor))
                : store.apply(page).map(reached -> new Step(reached, page.head()));
    }
}

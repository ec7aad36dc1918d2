package io.lodestone.lots.trace.app;

import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.kit.actor.Actor;
import io.lodestone.kit.ids.Ids;
import io.lodestone.lots.feed.app.Feed;
import io.lodestone.lots.outbox.Paths;
import io.lodestone.lots.trace.Sight;
import io.lodestone.lots.trace.TraceCursor;
import io.lodestone.lots.trace.TracePage;
import io.lodestone.lots.trace.TraceQuery;
import io.lodestone.lots.trace.store.TracedLotRows;
import io.lodestone.lots.trace.store.Walk;
import io.lodestone.lots.trace.store.WalkRows;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Trace lists, page by page. A walk goes on where the page before it ended, so that all pages together cost as much as
 * one walk; which lots it has depends on the log at its first page alone, where they stand is read with each page.
 */
@Singleton
public class Traces {

    private final Feed feed;
    private final io.lodestone.lots.access.app.Sight views;
    private final WalkRows walks;
    private final TracedLotRows lots;
    private final Ids ids;
    private final Clock clock;

    @Inject
    Traces(
            Feed feed,
            io.lodestone.lots.access.app.Sight views,
            WalkRows walks,
            TracedLotRows lots,
            Ids ids,
            Clock clock) {
        this.feed = feed;
        this.views = views;
        this.walks = walks;
        this.lots = lots;
        this.ids = ids;
        this.clock = clock;
    }

    /** Nothing for a lot that is not seen, and for a cursor that is another's, of another list or too old. */
    public Uni<Optional<TracePage>> page(Actor actor, Optional<PartyId> as, TraceQuery query) {
        return seeing(
                actor,
                as,
                query.root(),
                sight -> open(sight, query)
                        .chain(found -> found.isEmpty()
                                ? Uni.createFrom().item(Optional.empty())
                                : page(sight, found.get(), first(query), query.limit())
                                        .map(Optional::of)));
    }

    /** The whole list, read no faster than it is taken; nothing as above. */
    public Uni<Optional<Multi<TracePage>>> pages(Actor actor, Optional<PartyId> as, TraceQuery query) {
        return seeing(
                actor,
                as,
                query.root(),
                sight -> open(sight, query).map(found -> found.map(walk -> pages(sight, query, walk))));
    }

    /** What is found with the view that the actor may take of the lot; nothing where there is none. */
    <T> Uni<Optional<T>> seeing(Actor actor, Optional<PartyId> as, LotId lot, Function<Sight, Uni<Optional<T>>> find) {
        return feed.current()
                .chain(here -> views.of(actor, as, lot))
                .chain(seen -> seen.map(it -> find.apply(new Sight(actor.party(), it.view())))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    /** The lot asked about and the lots next to it, as many as the query says; nothing for a lot that is not seen. */
    Uni<Optional<TracePage>> nearest(Sight sight, TraceQuery query) {
        return open(sight, query)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : page(sight, found.get(), 0, query.limit()).map(Optional::of));
    }

    private Multi<TracePage> pages(Sight sight, TraceQuery query, Walk walk) {
        return Multi.createBy()
                .repeating()
                .uni(
                        () -> new AtomicReference<>(new TraceCursor(walk.id(), first(query))),
                        at -> chunk(sight, query, at.get())
                                .invoke(page -> page.next().ifPresent(at::set)))
                .whilst(page -> page.next().isPresent());
    }

    /** Asking for the walk again keeps it from being swept while a slow reader takes it. */
    private Uni<TracePage> chunk(Sight sight, TraceQuery query, TraceCursor at) {
        return resume(sight, query, at)
                .map(found -> found.orElseThrow(Paths::notFound))
                .chain(walk -> page(sight, walk, at.position(), TraceQuery.MAX_LIMIT));
    }

    private static int first(TraceQuery query) {
        return query.cursor().map(TraceCursor::position).orElse(query.list().first());
    }

    private Uni<Optional<Walk>> open(Sight sight, TraceQuery query) {
        return feed.current()
                .chain(here -> query.cursor()
                        .map(cursor -> resume(sight, query, cursor))
                        .orElseGet(() -> begin(sight, query)));
    }

    private Uni<Optional<Walk>> begin(Sight sight, TraceQuery query) {
        return walks.begin(ids.next().value(), sight, query.root(), query.list().direction(), clock.instant());
    }

    /** A cursor names a lot that the walk has reached: any other was not given out here. */
    private Uni<Optional<Walk>> resume(Sight sight, TraceQuery query, TraceCursor cursor) {
        return walks.resume(cursor.trace(), sight, query.root(), query.list().direction(), clock.instant())
                .map(found -> found.filter(walk -> cursor.position() <= walk.lots()));
    }

    private Uni<TracePage> page(Sight sight, Walk walk, int from, int limit) {
        // One lot more than the page, so that it is known whether another page follows.
        return reach(walk, sight, from + limit + 1)
                .chain(reached -> lots.find(reached, sight, from, from + limit)
                        .map(items -> new TracePage(items, next(reached, from + limit))));
    }

    private static Optional<TraceCursor> next(Walk walk, int position) {
        return walk.lots() > position ? Optional.of(new TraceCursor(walk.id(), position)) : Optional.empty();
    }

    private Uni<Walk> reach(Walk walk, Sight sight, int position) {
        if (walk.reaches(position)) {
            return Uni.createFrom().item(walk);
        }
        return Multi.createBy()
                .repeating()
                .uni(
                        () -> new AtomicReference<>(walk),
                        at -> walks.step(at.get(), sight, position)
                                .map(stepped -> stepped.orElseThrow(Paths::notFound))
                                .invoke(at::set))
                .whilst(stepped -> !stepped.reaches(position))
                .collect()
                .last();
    }
}

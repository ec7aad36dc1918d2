package io.lodestone.lots.feed.store;

import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.TransferAccepted;
import io.lodestone.lots.access.store.AccessRows;
import io.lodestone.lots.description.store.FactRows;
import io.lodestone.lots.feed.FeedItem;
import io.lodestone.lots.feed.FeedPage;
import io.lodestone.lots.feed.Projection;
import io.lodestone.lots.lot.BookedLot;
import io.lodestone.lots.lot.store.LotRows;
import io.lodestone.lots.sql.Sql;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Applies the feed: each statement once, in order, under the lock of the cursor's one row. */
@Singleton
public class FeedStore {

    private static final String PROFILE =
            "INSERT INTO profile (digest, bytes) VALUES ($1, $2) ON CONFLICT (digest) DO NOTHING";

    private final Pool pool;
    private final List<Follower> followers;

    @Inject
    FeedStore(Pool pool, @All List<Follower> followers) {
        this.pool = pool;
        this.followers = List.copyOf(followers);
    }

    /** Index of the last statement that was applied. */
    public Uni<Long> cursor() {
        return Sql.query(pool, "SELECT log_index FROM feed_cursor")
                .map(rows -> rows.iterator().next().getLong("log_index"));
    }

    /** Applies what is new of the page; gives the cursor afterwards. */
    public Uni<Long> apply(FeedPage page) {
        return pool.withTransaction(connection -> Sql.query(connection, "SELECT log_index FROM feed_cursor FOR UPDATE")
                .map(rows -> rows.iterator().next().getLong("log_index"))
                .chain(cursor -> apply(connection, page.items(), cursor)));
    }

    private Uni<Long> apply(SqlConnection connection, List<FeedItem> items, long cursor) {
        long next = cursor;
        Uni<Void> all = Uni.createFrom().voidItem();
        for (FeedItem item : items) {
            // Another instance, or another request, may have been faster.
            if (item.index() <= next) {
                continue;
            }
            if (item.index() != next + 1) {
                throw new IllegalStateException("the feed lacks statement " + (next + 1));
            }
            next = item.index();
            all = all.chain(() -> apply(connection, item));
        }
        long last = next;
        return all.chain(() -> Sql.query(connection, "UPDATE feed_cursor SET log_index = $1", last))
                .replaceWith(last);
    }

    private Uni<Void> apply(SqlConnection connection, FeedItem item) {
        Collection<LotId> spent = new TreeSet<>();
        for (LotVersion version : item.statement().body().spends()) {
            spent.add(version.lot());
        }
        return StatementRows.insert(connection, item)
                .chain(() -> LotRows.find(connection, spent))
                .chain(lots -> projected(connection, item, lots)
                        .chain(projection -> book(connection, item, projection)
                                .chain(() -> StatementRows.insertBody(connection, item))
                                .chain(() -> followed(connection, new Follower.Step(item, lots, projection)))));
    }

    private Uni<Void> followed(SqlConnection connection, Follower.Step step) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Follower follower : followers) {
            all = all.chain(() -> follower.follow(connection, step));
        }
        return all;
    }

    private static Uni<Projection> projected(SqlConnection connection, FeedItem item, Map<LotId, BookedLot> lots) {
        if (item.statement().body() instanceof TransferAccepted acceptance) {
            return Sql.query(connection, "SELECT title_passes FROM transfer WHERE id = $1", acceptance.transfer())
                    .map(rows ->
                            Projection.of(item, lots, rows.iterator().next().getBoolean("title_passes")));
        }
        return Uni.createFrom().item(() -> Projection.of(item, lots, false));
    }

    private static Uni<Void> book(SqlConnection connection, FeedItem item, Projection projection) {
        List<Tuple> profiles = projection.profiles().stream()
                .map(profile -> Sql.tuple(profile.digest(), profile.json()))
                .toList();
        Map<LotId, OriginVector> made =
                projection.made().stream().collect(Collectors.toMap(BookedLot::lot, BookedLot::original));
        return Sql.batch(connection, PROFILE, profiles)
                .chain(() -> FactRows.insertProfiles(connection, projection.profiles()))
                .chain(() -> LotRows.update(connection, projection.changed(), item.index()))
                .chain(() -> LotRows.insert(connection, projection.made()))
                .chain(() -> FactRows.insert(connection, item.statement().body(), item.time(), made, item.committed()))
                .chain(() -> AccessRows.follow(connection, projection.made(), projection.changed(), item.index()));
    }
}

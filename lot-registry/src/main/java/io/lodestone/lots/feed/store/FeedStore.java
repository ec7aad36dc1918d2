package io.lodestone.lots.feed.store;

import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.TransferAccepted;
import io.lodestone.evidence.statement.TransferId;
import io.lodestone.evidence.statement.Uuid7;
import io.lodestone.lots.feed.FeedItem;
import io.lodestone.lots.feed.FeedPage;
import io.lodestone.lots.feed.PageProjection;
import io.lodestone.lots.lot.store.LotRows;
import io.lodestone.lots.sql.Columns;
import io.lodestone.lots.sql.Sql;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Applies the feed: each statement once, in order, under the lock of the cursor's one row. */
@Singleton
public class FeedStore {

    private static final String PROFILE = "INSERT INTO profile (digest, bytes)"
            + " SELECT * FROM unnest($1::bytea[], $2::bytea[]) ON CONFLICT (digest) DO NOTHING";
    private static final String TITLES = "SELECT id, title_passes FROM transfer WHERE id = ANY($1)";

    private final Pool pool;

    @Inject
    FeedStore(Pool pool) {
        this.pool = pool;
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

    private static Uni<Long> apply(SqlConnection connection, List<FeedItem> items, long cursor) {
        // Another instance, or another request, may have been faster.
        List<FeedItem> fresh =
                items.stream().filter(item -> item.index() > cursor).toList();
        for (int i = 0; i < fresh.size(); i++) {
            if (fresh.get(i).index() != cursor + 1 + i) {
                throw new IllegalStateException("the feed lacks statement " + (cursor + 1 + i));
            }
        }
        long last = cursor + fresh.size();
        return fresh.isEmpty()
                ? Uni.createFrom().item(cursor)
                : projected(connection, fresh)
                        .chain(page -> write(connection, fresh, page))
                        .chain(() -> Sql.query(connection, "UPDATE feed_cursor SET log_index = $1", last))
                        .replaceWith(last);
    }

    /** The arithmetic of a page is done aside: it would hold up everything else on the event loop. */
    private static Uni<PageProjection> projected(SqlConnection connection, List<FeedItem> items) {
        Collection<LotId> spent = new TreeSet<>();
        Collection<TransferId> accepted = new TreeSet<>();
        for (FeedItem item : items) {
            item.statement().body().spends().forEach(version -> spent.add(version.lot()));
            if (item.statement().body() instanceof TransferAccepted acceptance) {
                accepted.add(acceptance.transfer());
            }
        }
        return LotRows.find(connection, spent)
                .chain(lots -> titles(connection, accepted).map(titles -> new PageProjection(lots, titles)))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(page -> items.forEach(page::add));
    }

    private static Uni<Map<TransferId, Boolean>> titles(SqlConnection connection, Collection<TransferId> transfers) {
        if (transfers.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Sql.query(connection, TITLES, (Object) Sql.ids(transfers)).map(rows -> {
            Map<TransferId, Boolean> titles = new HashMap<>();
            rows.forEach(
                    row -> titles.put(new TransferId(new Uuid7(row.getUUID("id"))), row.getBoolean("title_passes")));
            return titles;
        });
    }

    private static Uni<Void> write(SqlConnection connection, List<FeedItem> items, PageProjection page) {
        return StatementRows.insert(connection, items)
                .chain(() -> Columns.of(page.profiles())
                        .bytes(OriginProfile::digest)
                        .bytes(OriginProfile::json)
                        .write(connection, PROFILE))
                .chain(() -> LotRows.update(connection, page.changed()))
                .chain(() -> LotRows.insert(connection, page.made()))
                .chain(() -> LotRows.seen(connection, page.seen()))
                .chain(() -> StatementRows.insertBodies(connection, items));
    }
}

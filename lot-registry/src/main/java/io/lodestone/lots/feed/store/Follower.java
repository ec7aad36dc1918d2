package io.lodestone.lots.feed.store;

import io.lodestone.evidence.statement.LotId;
import io.lodestone.lots.feed.FeedItem;
import io.lodestone.lots.feed.Projection;
import io.lodestone.lots.lot.BookedLot;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Map;

/**
 * Derives more from each statement of the feed, in the transaction that applies it. It writes nothing that the feed
 * does not give again, and nothing that grows with the log.
 */
public interface Follower {

    Uni<Void> follow(SqlConnection connection, Step step);

    /**
     * A statement that was just applied.
     *
     * @param before the lots that it spends, as they stood before
     * @param projection what became of them, and what was made
     */
    record Step(FeedItem item, Map<LotId, BookedLot> before, Projection projection) {
        public Step {
            before = Map.copyOf(before);
        }
    }
}

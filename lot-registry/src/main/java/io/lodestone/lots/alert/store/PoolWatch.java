package io.lodestone.lots.alert.store;

import io.lodestone.evidence.plausibility.Posting;
import io.lodestone.evidence.plausibility.Postings;
import io.lodestone.evidence.provenance.PoolResult.Booked;
import io.lodestone.evidence.provenance.PoolResult.Ran;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PoolAdjusted;
import io.lodestone.evidence.statement.PoolCounted;
import io.lodestone.evidence.statement.PoolRun;
import io.lodestone.lots.account.store.AccountRows;
import io.lodestone.lots.feed.FeedItem;
import io.lodestone.lots.pool.store.PoolRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.List;
import java.util.Optional;

/** Posts what happens in a pool to the accounts of the facility it is in. A pool has no yield: it never runs empty. */
final class PoolWatch {

    private PoolWatch() {}

    /** Nothing to do for a statement that moves nothing in a pool. */
    static Uni<Void> check(SqlClient client, FeedItem item) {
        Body body = item.statement().body();
        if (body instanceof PoolRun run) {
            return posted(client, item, run.site().facility(), Postings.of(run, (Ran) run.draw()))
                    .chain(() ->
                            TimeWatch.check(client, item, Optional.of(run.site().facility())));
        } else if (body instanceof PoolCounted counted) {
            return inPool(client, item, counted.before().pool(), Postings.of(counted, (Booked) counted.draw()));
        } else if (body instanceof PoolAdjusted adjusted) {
            return inPool(client, item, adjusted.before().pool(), Postings.adjusted((Booked) adjusted.draw()));
        }
        return Uni.createFrom().voidItem();
    }

    private static Uni<Void> inPool(SqlClient client, FeedItem item, LotId pool, List<Posting> postings) {
        return PoolRows.find(client, pool)
                .chain(found -> posted(client, item, found.orElseThrow().facility(), postings));
    }

    private static Uni<Void> posted(SqlClient client, FeedItem item, FacilityId facility, List<Posting> postings) {
        var day = item.statement().body().eventTime().orElseThrow().toLocalDate();
        var place = new AccountRows.Place(item.index(), item.statement().actor(), facility, day);
        return AccountWatch.posted(client, place, postings, item.statement().digest(), item.time());
    }
}

package io.lodestone.lots.lot.store;

import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.lots.access.Seen;
import io.lodestone.lots.access.store.SightRows;
import io.lodestone.lots.lot.LotQuery;
import io.lodestone.lots.sql.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Lots that parties let an auditor see, by id. */
@Singleton
public class GrantedLots {

    private final Pool pool;

    @Inject
    GrantedLots(Pool pool) {
        this.pool = pool;
    }

    /** A lot and the view to take of it. */
    public record Granted(LotId lot, Seen seen) {}

    /** At most one more than the limit, so that the caller sees whether there is another page. */
    public Uni<List<Granted>> page(PartyId auditor, LotQuery query) {
        if (!query.filter().mayBeBooked()) {
            return Uni.createFrom().item(List.of());
        }
        LotSearch.Prepared search = LotSearch.granted(auditor, query);
        return Sql.list(
                Sql.query(pool, search.sql(), search.values().toArray()),
                row -> new Granted(Sql.lot(row, "lot"), SightRows.seen(row)));
    }
}

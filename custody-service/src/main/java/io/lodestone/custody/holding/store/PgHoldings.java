package io.lodestone.custody.holding.store;

import io.lodestone.custody.holding.HeldLot;
import io.lodestone.custody.holding.app.Holdings;
import io.lodestone.custody.sql.HoldingRows;
import io.lodestone.evidence.statement.LotId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;

/** Holdings from their table. */
@Singleton
public class PgHoldings implements Holdings {

    private final Pool pool;

    @Inject
    PgHoldings(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Map<LotId, HeldLot>> of(Collection<LotId> lots) {
        return HoldingRows.load(pool, lots);
    }
}

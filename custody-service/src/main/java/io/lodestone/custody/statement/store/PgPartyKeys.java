package io.lodestone.custody.statement.store;

import io.lodestone.custody.sql.KeyRows;
import io.lodestone.custody.statement.KeyNeeds;
import io.lodestone.custody.statement.app.PartyKeys;
import io.lodestone.evidence.acceptance.PartyKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Keys from their table, outside any batch. */
@Singleton
public class PgPartyKeys implements PartyKeys {

    private final Pool pool;

    @Inject
    PgPartyKeys(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<PartyKey>> load(KeyNeeds needs) {
        return KeyRows.load(pool, needs);
    }
}

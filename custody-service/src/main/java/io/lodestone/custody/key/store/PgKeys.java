package io.lodestone.custody.key.store;

import io.lodestone.custody.key.ShownKeys;
import io.lodestone.custody.key.app.KeyQueries;
import io.lodestone.custody.sql.KeyRows;
import io.lodestone.evidence.statement.PartyId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Keys from their tables. */
@Singleton
public class PgKeys implements KeyQueries {

    private static final String LIST =
            "SELECT * FROM party_key WHERE party = $1 AND added_index > $2 ORDER BY added_index LIMIT $3";
    private static final String REQUIRED =
            "SELECT EXISTS (SELECT FROM party_signing WHERE party = $1 AND required) AS required";
    private static final String REGISTERED = "SELECT EXISTS (SELECT FROM party WHERE party = $1) AS shown";

    /** Log time is the last entry's, as for all that a grant shows of how things stand. */
    private static final String SHOWN = "SELECT EXISTS (SELECT FROM party WHERE party = $1) AND ($1 = $2"
            + " OR EXISTS (SELECT FROM transfer WHERE sender = $1 AND recipient = $2)"
            + " OR EXISTS (SELECT FROM transfer WHERE sender = $2 AND recipient = $1)"
            + " OR $3 AND EXISTS (SELECT FROM access_grant g, log_head l WHERE g.granter = $1 AND g.auditor = $2"
            + " AND g.withdrawn_index IS NULL AND g.from_time <= l.last_time AND l.last_time < g.until_time)) AS shown";

    private final Pool pool;

    @Inject
    PgKeys(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<ShownKeys> of(PartyId party, long after, int limit) {
        UUID id = party.value().value();
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(id, after, limit))
                .map(KeyRows::read)
                .chain(keys -> flag(REQUIRED, Tuple.of(id), "required").map(required -> new ShownKeys(keys, required)));
    }

    @Override
    public Uni<Boolean> shown(PartyId party, Optional<PartyId> viewer, boolean audits) {
        UUID id = party.value().value();
        return viewer.map(asking -> flag(SHOWN, Tuple.of(id, asking.value().value(), audits), "shown"))
                .orElseGet(() -> flag(REGISTERED, Tuple.of(id), "shown"));
    }

    private Uni<Boolean> flag(String sql, Tuple values, String column) {
        return pool.preparedQuery(sql)
                .execute(values)
                .map(rows -> rows.iterator().next().getBoolean(column));
    }
}

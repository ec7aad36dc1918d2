package io.lodestone.lots.alert.store;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.StatementId;
import io.lodestone.lots.sql.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Refused overdrafts as rows: one for each party and lot, with the statements that were refused. */
@Singleton
public class OverdraftRows {

    /** More attempts than this are as many as this: what is refused must not fill the disk. */
    private static final long MAX_ATTEMPTS = 100;

    private static final String OVERDRAFT =
            "INSERT INTO overdraft (id, party, lot) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    private static final String ATTEMPT = "INSERT INTO overdraft_attempt (overdraft, statement_id, seen_at)"
            + " SELECT $1::bytea, $2::uuid, $3::timestamptz"
            + " WHERE (SELECT count(*) FROM overdraft_attempt WHERE overdraft = $1) < $4 ON CONFLICT DO NOTHING";

    private final Pool pool;

    @Inject
    OverdraftRows(Pool pool) {
        this.pool = pool;
    }

    public Uni<Void> attempted(Digest id, PartyId party, LotId lot, StatementId statement, Instant at) {
        return pool.withTransaction(connection -> Sql.query(connection, OVERDRAFT, id, party, lot)
                .chain(() -> Sql.query(connection, ATTEMPT, id, statement, at, MAX_ATTEMPTS))
                .replaceWithVoid());
    }
}

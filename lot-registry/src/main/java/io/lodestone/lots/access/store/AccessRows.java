package io.lodestone.lots.access.store;

import io.lodestone.evidence.statement.AccessGranted;
import io.lodestone.evidence.statement.AccessWithdrawn;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.lots.lot.BookedLot;
import io.lodestone.lots.sql.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;

/** Grants as the feed brings them, and who has the lots that a statement made or changed. */
public final class AccessRows {

    private static final String GIVEN = "INSERT INTO access_grant (id, granter, auditor, from_time, until_time, lots,"
            + " log_index) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    private static final String WITHDRAWN = "UPDATE access_grant SET withdrawn_index = $2 WHERE id = $1";
    private static final String TOUCHED = "UPDATE lot_tenure SET last_index = $4::bigint,"
            + " until_index = CASE WHEN party IN ($2::uuid, $3::uuid) THEN NULL ELSE $4::bigint END WHERE lot = $1 AND until_index IS NULL";
    private static final String HAS = "INSERT INTO lot_tenure (lot, party, since_index, last_index)"
            + " SELECT DISTINCT $1::uuid, party, $4::bigint, $4::bigint FROM (VALUES ($2::uuid), ($3::uuid)) AS p (party)"
            + " ON CONFLICT (lot, party) WHERE until_index IS NULL DO NOTHING";

    private AccessRows() {}

    public static Uni<Void> given(SqlClient client, PartyId granter, AccessGranted grant, long index) {
        Optional<Object> lots = grant.lots().map(Sql::ids);
        return Sql.query(
                        client,
                        GIVEN,
                        grant.grant().value().value(),
                        granter,
                        grant.auditor(),
                        grant.from().toInstant(),
                        grant.until().toInstant(),
                        lots,
                        index)
                .replaceWithVoid();
    }

    public static Uni<Void> withdrawn(SqlClient client, AccessWithdrawn withdrawal, long index) {
        return Sql.query(client, WITHDRAWN, withdrawal.grant().value().value(), index)
                .replaceWithVoid();
    }

    /** After the lots themselves are booked. */
    public static Uni<Void> follow(SqlClient client, List<BookedLot> made, List<BookedLot> changed, long index) {
        return Sql.batch(client, TOUCHED, rows(changed, index))
                .chain(() -> Sql.batch(client, HAS, rows(changed, index)))
                .chain(() -> Sql.batch(client, HAS, rows(made, index)));
    }

    private static List<Tuple> rows(List<BookedLot> lots, long index) {
        return lots.stream()
                .map(lot -> Sql.tuple(lot.lot(), lot.holder(), lot.owner(), index))
                .toList();
    }
}

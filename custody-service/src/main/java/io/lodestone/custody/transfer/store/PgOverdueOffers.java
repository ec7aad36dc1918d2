package io.lodestone.custody.transfer.store;

import io.lodestone.custody.sql.Columns;
import io.lodestone.custody.sql.Rows;
import io.lodestone.custody.sql.TransferRows;
import io.lodestone.custody.transfer.app.OverdueOffers;
import io.lodestone.evidence.acceptance.Transfer;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.TransferId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Overdue offers by the index on the times at which unanswered ones expire. */
@Singleton
public class PgOverdueOffers implements OverdueOffers {

    private static final String REGISTRAR = "SELECT party FROM party ORDER BY log_index LIMIT 1";
    private static final String DUE = "SELECT transfer FROM transfer t WHERE state = 'OFFERED' AND expires < $1"
            + " AND NOT EXISTS (SELECT 1 FROM transfer_lot l JOIN stale_mark m ON m.lot = l.lot"
            + " WHERE l.transfer = t.transfer) ORDER BY expires LIMIT $2";

    private final Pool pool;

    @Inject
    PgOverdueOffers(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<PartyId>> registrar() {
        return pool.query(REGISTRAR).execute().map(rows -> {
            for (Row row : rows) {
                return Optional.of(Rows.party(row, "party"));
            }
            return Optional.empty();
        });
    }

    @Override
    public Uni<List<Transfer>> at(Instant now, int limit) {
        return pool.preparedQuery(DUE)
                .execute(Tuple.of(Columns.utc(now), limit))
                .chain(rows -> {
                    List<TransferId> due = new ArrayList<>();
                    rows.forEach(row -> due.add(new TransferId(Rows.uuid(row, "transfer"))));
                    return TransferRows.load(pool, due)
                            .map(found -> due.stream().map(found::get).toList());
                });
    }
}

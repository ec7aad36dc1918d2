package io.lodestone.custody.transfer.store;

import io.lodestone.custody.sql.Rows;
import io.lodestone.custody.sql.TransferRows;
import io.lodestone.custody.transfer.app.TransferQueries;
import io.lodestone.evidence.acceptance.Transfer;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.TransferId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Transfers from their tables. */
@Singleton
public class PgTransfers implements TransferQueries {

    private static final String LIST = "SELECT transfer, offered_index, answered_index FROM transfer"
            + " WHERE ($1::uuid IS NULL OR sender = $1 OR recipient = $1) AND ($2::text IS NULL OR state = $2)"
            + " AND offered_index > $3 ORDER BY offered_index LIMIT $4";
    private static final String FIND =
            "SELECT transfer, offered_index, answered_index FROM transfer WHERE transfer = $1";

    private final Pool pool;

    @Inject
    PgTransfers(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<Listed>> list(Optional<PartyId> party, Optional<Transfer.State> state, long after, int limit) {
        @Nullable UUID of = party.map(p -> p.value().value()).orElse(null);
        @Nullable String in = state.map(Enum::name).orElse(null);
        return pool.preparedQuery(LIST).execute(Tuple.of(of, in, after, limit)).chain(this::withLots);
    }

    @Override
    public Uni<Optional<Listed>> find(TransferId transfer) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(transfer.value().value()))
                .chain(this::withLots)
                .map(found -> found.stream().findFirst());
    }

    private Uni<List<Listed>> withLots(RowSet<Row> rows) {
        List<TransferId> ids = new ArrayList<>();
        rows.forEach(row -> ids.add(id(row)));
        return TransferRows.load(pool, ids).map(transfers -> listed(rows, transfers));
    }

    private static List<Listed> listed(RowSet<Row> rows, Map<TransferId, Transfer> transfers) {
        List<Listed> listed = new ArrayList<>();
        for (Row row : rows) {
            Transfer transfer = transfers.get(id(row));
            if (transfer != null) {
                listed.add(new Listed(
                        transfer,
                        row.getLong("offered_index"),
                        Rows.isNull(row, "answered_index")
                                ? OptionalLong.empty()
                                : OptionalLong.of(row.getLong("answered_index"))));
            }
        }
        return listed;
    }

    private static TransferId id(Row row) {
        return new TransferId(Rows.uuid(row, "transfer"));
    }
}

package io.lodestone.custody.sql;

import io.lodestone.evidence.acceptance.Transfer;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.TransferId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads transfers with their lots. */
public final class TransferRows {

    private static final String LOAD =
            "SELECT t.transfer, t.sender, t.recipient, t.title_passes, t.state, t.expires, l.lot,"
                    + " l.mass_ug FROM transfer t JOIN transfer_lot l ON l.transfer = t.transfer WHERE t.transfer = ANY($1)";

    private TransferRows() {}

    /** Those of the transfers that exist. */
    public static Uni<Map<TransferId, Transfer>> load(SqlClient db, Collection<TransferId> transfers) {
        return db.preparedQuery(LOAD)
                .execute(Columns.of(transfers).uuid(TransferId::value).tuple())
                .map(TransferRows::read);
    }

    private static Map<TransferId, Transfer> read(RowSet<Row> rows) {
        Map<TransferId, SortedMap<LotId, Mass>> lots = new HashMap<>();
        for (Row row : rows) {
            lots.computeIfAbsent(id(row), id -> new TreeMap<>())
                    .put(Rows.lot(row, "lot"), new Mass(row.getLong("mass_ug")));
        }
        Map<TransferId, Transfer> transfers = new HashMap<>();
        for (Row row : rows) {
            TransferId id = id(row);
            transfers.put(
                    id,
                    new Transfer(
                            id,
                            Rows.party(row, "sender"),
                            Rows.party(row, "recipient"),
                            row.getBoolean("title_passes"),
                            lots.getOrDefault(id, new TreeMap<>()),
                            Rows.optionalTime(row, "expires"),
                            Transfer.State.valueOf(row.getString("state"))));
        }
        return transfers;
    }

    private static TransferId id(Row row) {
        return new TransferId(Rows.uuid(row, "transfer"));
    }
}

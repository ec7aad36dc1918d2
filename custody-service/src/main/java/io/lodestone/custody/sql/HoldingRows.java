package io.lodestone.custody.sql;

import io.lodestone.custody.holding.HeldLot;
import io.lodestone.evidence.acceptance.Holding;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.Form;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.SpendSecret;
import io.lodestone.evidence.statement.TransferId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads holdings with their certified masses. */
public final class HoldingRows {

    private static final String LOAD = "SELECT h.lot, h.version, h.holder, h.owner, h.state, h.form, h.remaining_ug,"
            + " h.vector, h.last_record, h.spend_secret, h.deficit_ug, h.offer,"
            + " (SELECT count(*) FROM stale_mark m WHERE m.lot = h.lot) AS marks, c.purpose, c.mass_ug"
            + " FROM holding h LEFT JOIN holding_certified c ON c.lot = h.lot WHERE h.lot = ANY($1)";

    private HoldingRows() {}

    /** Those of the lots that exist. */
    public static Uni<Map<LotId, HeldLot>> load(SqlClient db, Collection<LotId> lots) {
        return db.preparedQuery(LOAD)
                .execute(Columns.of(lots).uuid(LotId::value).tuple())
                .map(HoldingRows::read);
    }

    private static Map<LotId, HeldLot> read(RowSet<Row> rows) {
        Map<LotId, SortedMap<String, Mass>> certified = new HashMap<>();
        for (Row row : rows) {
            SortedMap<String, Mass> masses = certified.computeIfAbsent(Rows.lot(row, "lot"), lot -> new TreeMap<>());
            if (!Rows.isNull(row, "purpose")) {
                masses.put(row.getString("purpose"), new Mass(row.getLong("mass_ug")));
            }
        }
        Map<LotId, HeldLot> lots = new HashMap<>();
        for (Row row : rows) {
            LotId lot = Rows.lot(row, "lot");
            lots.computeIfAbsent(lot, id -> read(row, id, certified.getOrDefault(id, new TreeMap<>())));
        }
        return lots;
    }

    private static HeldLot read(Row row, LotId lot, SortedMap<String, Mass> certified) {
        Holding holding = new Holding(
                lot,
                row.getLong("version"),
                Rows.party(row, "holder"),
                Rows.party(row, "owner"),
                Holding.State.valueOf(row.getString("state")),
                Form.parse(row.getString("form")),
                new Mass(row.getLong("remaining_ug")),
                Rows.digest(row, "vector"),
                certified,
                row.getLong("marks"),
                new Mass(row.getLong("deficit_ug")),
                Rows.isNull(row, "offer") ? Optional.empty() : Optional.of(new TransferId(Rows.uuid(row, "offer"))));
        SpendSecret secret = SpendSecret.of(lot, Rows.bytes(row, "spend_secret"));
        return new HeldLot(holding, Rows.digest(row, "last_record"), secret);
    }
}

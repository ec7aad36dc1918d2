package io.lodestone.lots.lot.store;

import io.lodestone.evidence.acceptance.Holding;
import io.lodestone.evidence.statement.Form;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.lots.lot.BookedLot;
import io.lodestone.lots.sql.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Booked lots as rows. */
public final class LotRows {

    /** Every column of a booked lot, its vectors included. */
    public static final String SELECT =
            "SELECT l.*, v.original, v.remaining FROM lot l JOIN lot_vector v ON v.lot = l.id ";

    private static final String INSERT = "INSERT INTO lot (id, form, mass_ug, remaining_ug, version, maker, holder,"
            + " owner, standing, log_index) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    private static final String INSERT_VECTOR = "INSERT INTO lot_vector (lot, original, remaining) VALUES ($1, $2, $3)";
    private static final String UPDATE =
            "UPDATE lot SET remaining_ug = $2, version = $3, holder = $4, owner = $5," + " standing = $6 WHERE id = $1";
    private static final String UPDATE_VECTOR = "UPDATE lot_vector SET remaining = $2 WHERE lot = $1";
    private static final String INSERT_PARTY = "INSERT INTO lot_party (lot, party, log_index) SELECT $1::uuid, party,"
            + " $4::bigint FROM (VALUES ($2::uuid), ($3::uuid)) AS p (party) ON CONFLICT DO NOTHING";

    private LotRows() {}

    public static BookedLot read(Row row) {
        return new BookedLot(
                Sql.lot(row, "id"),
                Form.parse(row.getString("form")),
                Sql.vector(row, "original"),
                Sql.vector(row, "remaining"),
                row.getLong("version"),
                Sql.party(row, "maker"),
                Sql.party(row, "holder"),
                Sql.party(row, "owner"),
                Holding.State.valueOf(row.getString("standing")),
                row.getLong("log_index"),
                row.getLong("stale"),
                Sql.mass(row, "deficit_ug"));
    }

    public static Uni<Map<LotId, BookedLot>> find(SqlClient client, Collection<LotId> lots) {
        if (lots.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Sql.query(client, SELECT + "WHERE l.id = ANY($1)", (Object) Sql.ids(lots))
                .map(rows -> {
                    Map<LotId, BookedLot> found = new HashMap<>();
                    rows.forEach(row -> found.put(Sql.lot(row, "id"), read(row)));
                    return found;
                });
    }

    public static Uni<Void> insert(SqlClient client, List<BookedLot> lots) {
        List<Tuple> rows = lots.stream().map(LotRows::columns).toList();
        List<Tuple> vectors = lots.stream()
                .map(lot -> Sql.tuple(
                        lot.lot(), lot.original().json(), lot.remaining().json()))
                .toList();
        return Sql.batch(client, INSERT, rows)
                .chain(() -> Sql.batch(client, INSERT_VECTOR, vectors))
                .chain(() -> Sql.batch(client, INSERT_PARTY, parties(lots, lot -> lot.index())));
    }

    public static Uni<Void> update(SqlClient client, List<BookedLot> lots, long index) {
        List<Tuple> rows = lots.stream()
                .map(lot -> Sql.tuple(
                        lot.lot(),
                        lot.remaining().total(),
                        lot.version(),
                        lot.holder(),
                        lot.owner(),
                        lot.standing().name()))
                .toList();
        List<Tuple> vectors = lots.stream()
                .map(lot -> Sql.tuple(lot.lot(), lot.remaining().json()))
                .toList();
        return Sql.batch(client, UPDATE, rows)
                .chain(() -> Sql.batch(client, UPDATE_VECTOR, vectors))
                .chain(() -> Sql.batch(client, INSERT_PARTY, parties(lots, lot -> index)));
    }

    private static Tuple columns(BookedLot lot) {
        return Sql.tuple(
                lot.lot(),
                lot.form().wire(),
                lot.mass(),
                lot.remaining().total(),
                lot.version(),
                lot.maker(),
                lot.holder(),
                lot.owner(),
                lot.standing().name(),
                lot.index());
    }

    private static List<Tuple> parties(List<BookedLot> lots, java.util.function.ToLongFunction<BookedLot> index) {
        return lots.stream()
                .map(lot -> Sql.tuple(lot.lot(), lot.holder(), lot.owner(), index.applyAsLong(lot)))
                .toList();
    }
}

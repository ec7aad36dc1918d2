package io.lodestone.lots.lot.store;

import io.lodestone.evidence.acceptance.Holding;
import io.lodestone.evidence.statement.Form;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.lots.lot.BookedLot;
import io.lodestone.lots.lot.LotParty;
import io.lodestone.lots.sql.Columns;
import io.lodestone.lots.sql.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Booked lots as rows. */
public final class LotRows {

    /** Every column of a booked lot, its vectors included. */
    public static final String SELECT =
            "SELECT l.*, v.original, v.remaining FROM lot l JOIN lot_vector v ON v.lot = l.id ";

    private static final String INSERT = "INSERT INTO lot (id, form, mass_ug, remaining_ug, version, maker, holder,"
            + " owner, standing, log_index) SELECT * FROM unnest($1::uuid[], $2::text[], $3::bigint[], $4::bigint[],"
            + " $5::bigint[], $6::uuid[], $7::uuid[], $8::uuid[], $9::text[], $10::bigint[])";
    private static final String INSERT_VECTOR = "INSERT INTO lot_vector (lot, original, remaining)"
            + " SELECT * FROM unnest($1::uuid[], $2::bytea[], $3::bytea[])";
    private static final String UPDATE = "UPDATE lot SET remaining_ug = c.remaining_ug, version = c.version,"
            + " holder = c.holder, owner = c.owner, standing = c.standing FROM unnest($1::uuid[], $2::bigint[],"
            + " $3::bigint[], $4::uuid[], $5::uuid[], $6::text[])"
            + " AS c (id, remaining_ug, version, holder, owner, standing) WHERE lot.id = c.id";
    private static final String UPDATE_VECTOR = "UPDATE lot_vector SET remaining = c.remaining"
            + " FROM unnest($1::uuid[], $2::bytea[]) AS c (lot, remaining) WHERE lot_vector.lot = c.lot";
    private static final String INSERT_PARTY = "INSERT INTO lot_party (lot, party, log_index)"
            + " SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::bigint[]) ON CONFLICT DO NOTHING";

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
                row.getLong("log_index"));
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

    public static Uni<Void> insert(SqlClient client, Collection<BookedLot> lots) {
        Columns<BookedLot> rows = Columns.of(lots)
                .uuid(BookedLot::lot)
                .text(lot -> lot.form().wire())
                .number(BookedLot::mass)
                .number(lot -> lot.remaining().total())
                .number(BookedLot::version)
                .uuid(BookedLot::maker)
                .uuid(BookedLot::holder)
                .uuid(BookedLot::owner)
                .text(lot -> lot.standing().name())
                .number(BookedLot::index);
        Columns<BookedLot> vectors = Columns.of(lots)
                .uuid(BookedLot::lot)
                .bytes(lot -> lot.original().json())
                .bytes(lot -> lot.remaining().json());
        return rows.write(client, INSERT).chain(() -> vectors.write(client, INSERT_VECTOR));
    }

    public static Uni<Void> update(SqlClient client, Collection<BookedLot> lots) {
        Columns<BookedLot> rows = Columns.of(lots)
                .uuid(BookedLot::lot)
                .number(lot -> lot.remaining().total())
                .number(BookedLot::version)
                .uuid(BookedLot::holder)
                .uuid(BookedLot::owner)
                .text(lot -> lot.standing().name());
        Columns<BookedLot> vectors = Columns.of(lots)
                .uuid(BookedLot::lot)
                .bytes(lot -> lot.remaining().json());
        return rows.write(client, UPDATE).chain(() -> vectors.write(client, UPDATE_VECTOR));
    }

    /** Who has had which lot; the first time counts. */
    public static Uni<Void> seen(SqlClient client, Collection<LotParty> seen) {
        return Columns.of(seen)
                .uuid(LotParty::lot)
                .uuid(LotParty::party)
                .number(LotParty::index)
                .write(client, INSERT_PARTY);
    }
}

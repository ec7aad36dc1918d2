package io.lodestone.custody.transfer.store;

import io.lodestone.custody.sql.Columns;
import io.lodestone.custody.sql.Rows;
import io.lodestone.custody.sql.TransferRows;
import io.lodestone.custody.transfer.Details;
import io.lodestone.custody.transfer.Listed;
import io.lodestone.custody.transfer.Listed.Place;
import io.lodestone.custody.transfer.TransferFilter;
import io.lodestone.custody.transfer.TransferFilter.Role;
import io.lodestone.custody.transfer.app.TransferQueries;
import io.lodestone.evidence.acceptance.Transfer;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.TransferId;
import io.lodestone.evidence.statement.Uuid7;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Transfers from their tables. */
@Singleton
public class PgTransfers implements TransferQueries {

    private static final String ALL = "SELECT t.transfer, t.offered_index, o.time AS offered_time, t.disputed_index,"
            + " d.time AS disputed_time, t.reason, t.answered_index, e.time AS answered_time FROM transfer t"
            + " JOIN entry o ON o.log_index = t.offered_index LEFT JOIN entry d ON d.log_index = t.disputed_index"
            + " LEFT JOIN entry e ON e.log_index = t.answered_index";
    private static final String LIST = ALL
            + " WHERE ($1::uuid IS NULL OR (t.sender = $1 AND $2::boolean) OR (t.recipient = $1 AND $3::boolean))"
            + " AND ($4::text IS NULL OR t.state = $4)"
            + " AND ($5::uuid IS NULL OR t.sender = $5 OR t.recipient = $5)"
            + " AND ($6::uuid IS NULL OR EXISTS"
            + " (SELECT 1 FROM transfer_lot l WHERE l.lot = $6 AND l.transfer = t.transfer))"
            + " AND ($7::timestamptz IS NULL OR o.time >= $7) AND ($8::timestamptz IS NULL OR o.time < $8)"
            + " AND t.offered_index > $9 ORDER BY t.offered_index LIMIT $10";
    private static final String FIND = ALL + " WHERE t.transfer = $1";
    private static final String WAITING = ALL
            + " WHERE ((t.recipient = $1 AND t.state = 'OFFERED' AND (t.expires IS NULL OR t.expires >= $4))"
            + " OR (t.sender = $1 AND (t.state = 'DISPUTED'"
            + " OR (t.state = 'OFFERED' AND t.expires >= $4 AND t.expires <= $2)"
            + " OR (t.state = 'EXPIRED' AND e.time >= $3))))"
            + " AND t.offered_index > $5 ORDER BY t.offered_index LIMIT $6";
    private static final String OPEN = ALL
            + " WHERE (t.sender = $1 OR t.recipient = $1) AND t.state IN ('OFFERED', 'DISPUTED')"
            + " ORDER BY t.offered_index LIMIT $2";

    private final Pool pool;

    @Inject
    PgTransfers(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<Listed>> list(TransferFilter filter, long after, int limit) {
        Tuple values = Tuple.tuple()
                .addValue(uuid(filter.party().map(PartyId::value)))
                .addBoolean(filter.role().orElse(Role.SENDER) == Role.SENDER)
                .addBoolean(filter.role().orElse(Role.RECIPIENT) == Role.RECIPIENT)
                .addValue(filter.state().map(Enum::name).orElse(null))
                .addValue(uuid(filter.counterparty().map(PartyId::value)))
                .addValue(uuid(filter.lot().map(LotId::value)))
                .addValue(filter.from().map(Columns::utc).orElse(null))
                .addValue(filter.to().map(Columns::utc).orElse(null))
                .addLong(after)
                .addInteger(limit);
        return pool.preparedQuery(LIST).execute(values).chain(this::withLots);
    }

    private static @Nullable UUID uuid(Optional<Uuid7> id) {
        return id.map(Uuid7::value).orElse(null);
    }

    @Override
    public Uni<Optional<Listed>> find(TransferId transfer) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(transfer.value().value()))
                .chain(this::withLots)
                .map(found -> found.stream().findFirst());
    }

    @Override
    public Uni<List<Listed>> waiting(PartyId party, Instant now, Instant soon, Instant lately, long after, int limit) {
        Tuple values =
                Tuple.of(party.value().value(), Columns.utc(soon), Columns.utc(lately), Columns.utc(now), after, limit);
        return pool.preparedQuery(WAITING).execute(values).chain(this::withLots);
    }

    @Override
    public Uni<List<Listed>> open(PartyId party, int limit) {
        return pool.preparedQuery(OPEN)
                .execute(Tuple.of(party.value().value(), limit))
                .chain(this::withLots);
    }

    @Override
    public Uni<Details> details(Listed listed) {
        return DetailRows.load(pool, listed);
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
                        new Place(row.getLong("offered_index"), Rows.time(row, "offered_time")),
                        place(row, "disputed"),
                        Optional.ofNullable(row.getString("reason")),
                        place(row, "answered")));
            }
        }
        return listed;
    }

    private static Optional<Place> place(Row row, String what) {
        return Rows.optionalTime(row, what + "_time").map(time -> new Place(row.getLong(what + "_index"), time));
    }

    private static TransferId id(Row row) {
        return new TransferId(Rows.uuid(row, "transfer"));
    }
}

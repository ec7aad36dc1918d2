package io.lodestone.custody.statement.store;

import io.lodestone.custody.sql.Columns;
import io.lodestone.custody.sql.Rows;
import io.lodestone.custody.statement.app.StatementQueries;
import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads statements as they were stored. */
@Singleton
public class PgStatements implements StatementQueries {

    private static final String COLUMNS = "SELECT s.log_index, e.time, s.bytes, r.bytes AS record,"
            + " ARRAY(SELECT a.bytes FROM annex a WHERE a.log_index = s.log_index ORDER BY a.digest) AS annexes"
            + " FROM statement s JOIN entry e ON e.log_index = s.log_index"
            + " JOIN acceptance_record r ON r.log_index = s.log_index";

    /** A page ends early, but not before its first item, where it would become longer than this. */
    private static final String PAGE = "WITH page AS (SELECT log_index,"
            + " sum(size) OVER (ORDER BY log_index) - size AS before"
            + " FROM (SELECT log_index, octet_length(bytes) + coalesce((SELECT sum(octet_length(a.bytes)) FROM annex a"
            + " WHERE a.log_index = statement.log_index), 0) AS size"
            + " FROM statement WHERE log_index > $1 ORDER BY log_index LIMIT $2) AS p)"
            + " " + COLUMNS + " JOIN page ON page.log_index = s.log_index"
            + " WHERE page.before < 4194304 ORDER BY s.log_index";

    private static final String HEAD = "SELECT size FROM log_head";
    private static final String CONCERNS = "SELECT EXISTS (SELECT FROM holding"
            + " WHERE lot = ANY($3) AND (holder = $2 OR owner = $2)) AS concerned, EXISTS (SELECT FROM statement WHERE log_index = $1 AND actor = $2)"
            + " OR EXISTS (SELECT FROM party WHERE log_index = $1 AND party = $2)"
            + " OR EXISTS (SELECT FROM transfer WHERE (offered_index = $1 OR answered_index = $1)"
            + " AND (sender = $2 OR recipient = $2)) AS involved";

    private final Pool pool;

    @Inject
    PgStatements(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Page> after(long index, int limit) {
        return pool.query(HEAD)
                .execute()
                .chain(head -> pool.preparedQuery(PAGE)
                        .execute(Tuple.of(index, limit))
                        .map(rows -> new Page(read(rows), size(head) - 1)));
    }

    private static long size(RowSet<Row> head) {
        for (Row row : head) {
            return row.getLong("size");
        }
        return 0;
    }

    @Override
    public Uni<Optional<Stored>> at(long index) {
        return pool.preparedQuery(COLUMNS + " WHERE s.log_index = $1")
                .execute(Tuple.of(index))
                .map(rows -> read(rows).stream().findFirst());
    }

    @Override
    public Uni<Concern> concern(long index, PartyId party, List<LotId> lots) {
        Object ids = Columns.of(lots).uuid(LotId::value).tuple().getValue(0);
        UUID asking = party.value().value();
        return pool.preparedQuery(CONCERNS)
                .execute(Tuple.of(index, asking, ids))
                .map(rows -> concern(rows.iterator().next()));
    }

    private static Concern concern(Row row) {
        if (row.getBoolean("involved")) {
            return Concern.INVOLVED;
        }
        return row.getBoolean("concerned") ? Concern.THROUGH_LOT : Concern.NONE;
    }

    private static List<Stored> read(RowSet<Row> rows) {
        List<Stored> items = new ArrayList<>(rows.rowCount());
        for (Row row : rows) {
            List<Json> annexes = new ArrayList<>();
            for (Buffer annex : (Buffer[]) row.getValue("annexes")) {
                annexes.add(CanonicalJson.parse(annex.getBytes()));
            }
            items.add(new Stored(
                    row.getLong("log_index"),
                    Rows.time(row, "time"),
                    CanonicalJson.parse(Rows.bytes(row, "bytes")),
                    CanonicalJson.parse(Rows.bytes(row, "record")),
                    annexes));
        }
        return items;
    }
}

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
            + " ARRAY(SELECT a.bytes FROM annex a WHERE a.log_index = s.log_index ORDER BY a.digest) AS annexes,"
            + " (SELECT g.jws FROM statement_signature g WHERE g.log_index = s.log_index) AS jws"
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
    /**
     * Who looks: the party itself, and those who granted it to look as they do. A scope has all lots or none. Who has
     * handed a lot on is not concerned by what came after.
     */
    private static final String CONCERNS = "WITH viewer AS (SELECT $2::uuid AS party UNION SELECT g.granter"
            + " FROM access_grant g JOIN entry e ON e.log_index = $1 WHERE $4 AND g.auditor = $2"
            + " AND g.withdrawn_index IS NULL AND g.from_time <= e.time AND e.time < g.until_time"
            + " AND (g.lots IS NULL OR (cardinality($3::uuid[]) > 0 AND $3 <@ g.lots)))"
            + " SELECT EXISTS (SELECT FROM (SELECT holder, owner,"
            + " lead(log_index) OVER (PARTITION BY lot ORDER BY version) AS until"
            + " FROM lot_version WHERE lot = ANY($3) AND holder IS NOT NULL) AS h"
            + " JOIN viewer v ON v.party IN (h.holder, h.owner) WHERE h.until IS NULL OR h.until >= $1) AS concerned,"
            + " EXISTS (SELECT FROM statement s JOIN viewer v ON v.party = s.actor WHERE s.log_index = $1)"
            + " OR EXISTS (SELECT FROM party p JOIN viewer v ON v.party = p.party WHERE p.log_index = $1)"
            + " OR EXISTS (SELECT FROM transfer t JOIN viewer v ON v.party IN (t.sender, t.recipient)"
            + " WHERE t.offered_index = $1 OR t.disputed_index = $1 OR t.answered_index = $1) AS involved";

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
                        .map(rows -> new Page(read(rows), Math.max(0, size(head) - 1))));
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
    public Uni<Concern> concern(long index, PartyId party, List<LotId> lots, boolean audits) {
        Object ids = Columns.of(lots).uuid(LotId::value).tuple().getValue(0);
        UUID asking = party.value().value();
        return pool.preparedQuery(CONCERNS)
                .execute(Tuple.of(index, asking, ids, audits))
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
                    annexes,
                    Optional.ofNullable(row.getString("jws"))));
        }
        return items;
    }
}

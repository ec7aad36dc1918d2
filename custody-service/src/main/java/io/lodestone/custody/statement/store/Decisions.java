package io.lodestone.custody.statement.store;

import io.lodestone.custody.sql.Columns;
import io.lodestone.custody.sql.Rows;
import io.lodestone.custody.statement.Decided;
import io.lodestone.custody.statement.Outcome;
import io.lodestone.custody.statement.StatementKey;
import io.lodestone.evidence.acceptance.Refusal;
import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.AcceptanceRecord;
import io.lodestone.evidence.statement.AcceptanceRecord.LotLink;
import io.lodestone.evidence.statement.StatementId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Reads stored decisions back as the outcomes they were. */
final class Decisions {

    private static final String LOAD = "SELECT d.actor, d.id, d.digest, d.log_index, d.code, d.path, d.reason,"
            + " e.time, r.bytes AS record"
            + " FROM unnest($1::uuid[], $2::uuid[]) AS k(actor, id)"
            + " JOIN decision d ON d.actor = k.actor AND d.id = k.id"
            + " LEFT JOIN entry e ON e.log_index = d.log_index"
            + " LEFT JOIN acceptance_record r ON r.log_index = d.log_index";

    private Decisions() {}

    static Uni<Map<StatementKey, Decided>> load(SqlClient db, Collection<StatementKey> keys) {
        Columns<StatementKey> columns =
                Columns.of(keys).uuid(k -> k.actor().value()).uuid(k -> k.id().value());
        return db.preparedQuery(LOAD).execute(columns.tuple()).map(Decisions::read);
    }

    private static Map<StatementKey, Decided> read(RowSet<Row> rows) {
        Map<StatementKey, Decided> decided = new HashMap<>();
        for (Row row : rows) {
            StatementKey key = new StatementKey(Rows.party(row, "actor"), new StatementId(Rows.uuid(row, "id")));
            Digest statement = Rows.digest(row, "digest");
            decided.put(key, new Decided(statement, outcome(row, statement)));
        }
        return decided;
    }

    private static Outcome outcome(Row row, Digest statement) {
        if (Rows.isNull(row, "log_index")) {
            return new Outcome.Refused(new Refusal(
                    Refusal.Code.parse(row.getString("code")), row.getString("path"), row.getString("reason")));
        }
        AcceptanceRecord record = AcceptanceRecord.read(CanonicalJson.parse(Rows.bytes(row, "record")), "record");
        return new Outcome.Accepted(
                statement,
                row.getLong("log_index"),
                Rows.time(row, "time"),
                record.lots().stream().map(LotLink::made).toList());
    }
}

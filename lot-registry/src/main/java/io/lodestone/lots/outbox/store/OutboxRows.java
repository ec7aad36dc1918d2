package io.lodestone.lots.outbox.store;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.statement.Annex;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.lots.custody.Disposition;
import io.lodestone.lots.feed.FeedItem;
import io.lodestone.lots.outbox.Kept;
import io.lodestone.lots.sql.Sql;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;

/** Statements of the outbox as rows. */
public final class OutboxRows {

    private OutboxRows() {}

    static Json annexes(List<Annex> annexes) {
        return Json.array(annexes.stream().map(Annex::json).toList());
    }

    public static Kept read(Row row) {
        return new Kept(
                Sql.digest(row, "request_digest"),
                Statement.parse(Sql.bytes(row, "statement")),
                FeedItem.annexes(Sql.json(row, "annexes"), "annexes"),
                disposition(row));
    }

    private static Disposition disposition(Row row) {
        return switch (row.getString("state")) {
            case "QUEUED" -> new Disposition.Queued();
            case "ACCEPTED" -> new Disposition.Accepted(row.getLong("log_index"), Sql.instant(row, "entry_time"));
            case "REFUSED" ->
                new Disposition.Refused(
                        row.getString("refusal_code"),
                        row.getString("refusal_path"),
                        row.getString("refusal_reason"),
                        row.getInteger("refusal_status"));
            default -> throw new IllegalStateException("an outbox state that the table does not allow");
        };
    }
}

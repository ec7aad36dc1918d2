package io.lodestone.custody.webhook.store;

import io.lodestone.custody.sql.Columns;
import io.lodestone.custody.sql.Rows;
import io.lodestone.custody.webhook.Attempted;
import io.lodestone.custody.webhook.Delivery;
import io.lodestone.custody.webhook.Event;
import io.lodestone.custody.webhook.Failure;
import io.lodestone.custody.webhook.HookSecret;
import io.lodestone.custody.webhook.HookUrl;
import io.lodestone.custody.webhook.Outgoing;
import io.lodestone.custody.webhook.WebhookId;
import io.lodestone.custody.webhook.app.HookOutbox;
import io.lodestone.evidence.statement.TransferId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The outbox. It is filled from the transfers' own rows, by index: all that stands up to the end of the log as it was read
 * is there to be seen, for a batch and the head that counts it are one transaction.
 */
@Singleton
public class PgHookOutbox implements HookOutbox {

    static final String ALL = "SELECT d.*, t.sender, t.recipient, e.time FROM webhook_delivery d"
            + " JOIN transfer t ON t.transfer = d.transfer JOIN entry e ON e.log_index = d.log_index";

    private static final String CURSOR = "SELECT log_index FROM webhook_cursor FOR UPDATE SKIP LOCKED";
    private static final String END = "SELECT size - 1 AS log_index FROM log_head";

    /** What is looked through at once: well within a statement's time. */
    private static final long STRIDE = 20_000;

    private static final String QUEUE = "INSERT INTO webhook_delivery (webhook, log_index, event, transfer,"
            + " next_attempt) SELECT w.webhook, h.log_index, h.event, h.transfer, $3 FROM ("
            + "SELECT transfer, offered_index AS log_index, 'offer' AS event, ARRAY[recipient] AS told FROM transfer"
            + " WHERE offered_index > $1 AND offered_index <= $2"
            + " UNION ALL SELECT transfer, disputed_index, 'dispute', ARRAY[sender] FROM transfer"
            + " WHERE disputed_index > $1 AND disputed_index <= $2"
            + " UNION ALL SELECT transfer, answered_index, CASE state WHEN 'ACCEPTED' THEN 'acceptance'"
            + " WHEN 'CANCELLED' THEN 'cancellation' ELSE 'expiry' END,"
            + " CASE state WHEN 'ACCEPTED' THEN ARRAY[sender] WHEN 'CANCELLED' THEN ARRAY[recipient]"
            + " ELSE ARRAY[sender, recipient] END FROM transfer"
            + " WHERE answered_index > $1 AND answered_index <= $2) h"
            + " JOIN webhook w ON w.party = ANY(h.told) AND h.event = ANY(w.events)"
            + " WHERE w.withdrawn IS NULL AND w.since < h.log_index ON CONFLICT DO NOTHING";
    private static final String MOVE = "UPDATE webhook_cursor SET log_index = $1";
    private static final String TAKE = "WITH taken AS (UPDATE webhook_delivery SET attempts = attempts + 1,"
            + " next_attempt = $2 WHERE (webhook, log_index) IN (SELECT webhook, log_index FROM webhook_delivery"
            + " WHERE state = 'PENDING' AND next_attempt <= $1 ORDER BY next_attempt LIMIT $3"
            + " FOR UPDATE SKIP LOCKED) RETURNING *)"
            + " SELECT d.*, t.sender, t.recipient, e.time, w.url, w.secret FROM taken d"
            + " JOIN transfer t ON t.transfer = d.transfer JOIN entry e ON e.log_index = d.log_index"
            + " JOIN webhook w ON w.webhook = d.webhook";

    /** A webhook that was withdrawn meanwhile has ended its deliveries already. */
    private static final String SETTLE = "UPDATE webhook_delivery SET state = $3, status = $4, failure = $5,"
            + " next_attempt = coalesce($6, next_attempt), delivered = $7"
            + " WHERE webhook = $1 AND log_index = $2 AND state = 'PENDING'";

    private final Pool pool;

    @Inject
    PgHookOutbox(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Void> follow(Instant now) {
        return pool.withTransaction(db -> index(db, CURSOR)
                .chain(from -> from.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : index(db, END)
                                .chain(to ->
                                        queue(db, from.get(), Math.min(to.orElse(-1L), from.get() + STRIDE), now))));
    }

    private static Uni<Optional<Long>> index(SqlConnection db, String sql) {
        return db.query(sql).execute().map(rows -> {
            for (Row row : rows) {
                return Optional.of(row.getLong("log_index"));
            }
            return Optional.empty();
        });
    }

    private static Uni<Void> queue(SqlConnection db, long from, long to, Instant now) {
        return to <= from
                ? Uni.createFrom().voidItem()
                : db.preparedQuery(QUEUE)
                        .execute(Tuple.of(from, to, Columns.utc(now)))
                        .chain(() -> db.preparedQuery(MOVE).execute(Tuple.of(to)))
                        .replaceWithVoid();
    }

    @Override
    public Uni<List<Outgoing>> take(Instant now, Instant lease, int limit) {
        return pool.preparedQuery(TAKE)
                .execute(Tuple.of(Columns.utc(now), Columns.utc(lease), limit))
                .map(rows -> {
                    List<Outgoing> due = new ArrayList<>();
                    rows.forEach(row -> due.add(new Outgoing(
                            delivery(row),
                            HookUrl.parse(row.getString("url")),
                            new HookSecret(Rows.bytes(row, "secret")),
                            row.getInteger("attempts"))));
                    return due;
                });
    }

    static Delivery delivery(Row row) {
        return new Delivery(
                new WebhookId(Rows.uuid(row, "webhook")),
                row.getLong("log_index"),
                Event.parse(row.getString("event")),
                new TransferId(Rows.uuid(row, "transfer")),
                Rows.party(row, "sender"),
                Rows.party(row, "recipient"),
                Rows.time(row, "time"));
    }

    @Override
    public Uni<Void> settle(Outgoing outgoing, Attempted attempted, Instant now, Optional<Instant> next) {
        boolean taken = attempted.failure().isEmpty();
        String state = taken ? "DELIVERED" : next.isPresent() ? "PENDING" : "GIVEN_UP";
        Tuple values = Tuple.tuple()
                .addUUID(outgoing.delivery().webhook().value().value())
                .addLong(outgoing.delivery().index())
                .addString(state)
                .addValue(attempted.status().isPresent() ? attempted.status().getAsInt() : null)
                .addValue(attempted.failure().map(Failure::wire).orElse(null))
                .addValue(next.map(Columns::utc).orElse(null))
                .addValue(taken ? Columns.utc(now) : null);
        return pool.preparedQuery(SETTLE).execute(values).replaceWithVoid();
    }
}

package io.lodestone.custody.webhook.store;

import io.lodestone.custody.sql.Columns;
import io.lodestone.custody.sql.Rows;
import io.lodestone.custody.webhook.Event;
import io.lodestone.custody.webhook.HookSecret;
import io.lodestone.custody.webhook.HookUrl;
import io.lodestone.custody.webhook.Sent;
import io.lodestone.custody.webhook.Webhook;
import io.lodestone.custody.webhook.WebhookId;
import io.lodestone.custody.webhook.app.WebhookStore;
import io.lodestone.evidence.statement.PartyId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Webhooks in their table. */
@Singleton
public class PgWebhooks implements WebhookStore {

    /** Two registrations at once see each other: a party's are counted one after another. */
    private static final String IN_TURN = "SELECT pg_advisory_xact_lock(hashtextextended($1::text, 0))";

    private static final String ADD = "INSERT INTO webhook (webhook, party, url, events, secret, created, since)"
            + " SELECT $1, $2, $3, $4, $5, $6, size - 1 FROM log_head"
            + " WHERE (SELECT count(*) FROM webhook WHERE party = $2 AND withdrawn IS NULL) < $7 RETURNING webhook";
    private static final String FIND = "SELECT * FROM webhook WHERE party = $1 AND webhook = $2";
    private static final String LIST =
            "SELECT * FROM webhook WHERE party = $1 ORDER BY withdrawn IS NOT NULL, created, webhook LIMIT 100";
    private static final String WITHDRAW =
            "UPDATE webhook SET withdrawn = coalesce(withdrawn, $3)" + " WHERE party = $1 AND webhook = $2 RETURNING *";
    private static final String STOP = "UPDATE webhook_delivery SET state = 'GIVEN_UP', failure = 'withdrawn'"
            + " WHERE webhook = $1 AND state = 'PENDING'";
    private static final String DELIVERIES =
            PgHookOutbox.ALL + " WHERE d.webhook = $1 AND d.log_index < $2 ORDER BY d.log_index DESC LIMIT $3";

    private final Pool pool;

    @Inject
    PgWebhooks(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Boolean> add(Webhook webhook, HookSecret secret) {
        Tuple values = Tuple.tuple()
                .addUUID(webhook.id().value().value())
                .addUUID(webhook.party().value().value())
                .addString(webhook.url().toString())
                .addArrayOfString(webhook.events().stream().map(Event::wire).toArray(String[]::new))
                .addBuffer(io.vertx.mutiny.core.buffer.Buffer.newInstance(Buffer.buffer(secret.bytes())))
                .addOffsetDateTime(Columns.utc(webhook.created()))
                .addInteger(Webhook.MAX);
        return pool.withTransaction(db -> db.preparedQuery(IN_TURN)
                .execute(Tuple.of(webhook.party().toString()))
                .chain(() -> db.preparedQuery(ADD).execute(values))
                .map(rows -> rows.rowCount() > 0));
    }

    @Override
    public Uni<Optional<Webhook>> find(PartyId party, WebhookId id) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(party.value().value(), id.value().value()))
                .map(rows -> all(rows).stream().findFirst());
    }

    @Override
    public Uni<Optional<Webhook>> withdraw(PartyId party, WebhookId id, Instant now) {
        Tuple values = Tuple.of(party.value().value(), id.value().value(), Columns.utc(now));
        return pool.withTransaction(db -> db.preparedQuery(WITHDRAW)
                .execute(values)
                .map(rows -> all(rows).stream().findFirst())
                .call(found -> found.isPresent()
                        ? db.preparedQuery(STOP).execute(Tuple.of(id.value().value()))
                        : Uni.createFrom().voidItem()));
    }

    @Override
    public Uni<List<Webhook>> list(PartyId party) {
        return pool.preparedQuery(LIST).execute(Tuple.of(party.value().value())).map(PgWebhooks::all);
    }

    private static List<Webhook> all(RowSet<Row> rows) {
        List<Webhook> found = new ArrayList<>();
        for (Row row : rows) {
            found.add(new Webhook(
                    new WebhookId(Rows.uuid(row, "webhook")),
                    Rows.party(row, "party"),
                    HookUrl.parse(row.getString("url")),
                    Arrays.stream(row.getArrayOfStrings("events"))
                            .map(Event::parse)
                            .collect(Collectors.toCollection(TreeSet::new)),
                    Rows.time(row, "created"),
                    Rows.optionalTime(row, "withdrawn")));
        }
        return found;
    }

    @Override
    public Uni<List<Sent>> deliveries(WebhookId id, long before, int limit) {
        return pool.preparedQuery(DELIVERIES)
                .execute(Tuple.of(id.value().value(), before, limit))
                .map(rows -> {
                    List<Sent> sent = new ArrayList<>();
                    rows.forEach(row -> sent.add(sent(row)));
                    return sent;
                });
    }

    private static Sent sent(Row row) {
        Sent.State state = Sent.State.valueOf(row.getString("state"));
        return new Sent(
                PgHookOutbox.delivery(row),
                state,
                row.getInteger("attempts"),
                Rows.isNull(row, "status") ? OptionalInt.empty() : OptionalInt.of(row.getInteger("status")),
                Optional.ofNullable(row.getString("failure")),
                state == Sent.State.PENDING ? Rows.optionalTime(row, "next_attempt") : Optional.empty(),
                Rows.optionalTime(row, "delivered"));
    }
}

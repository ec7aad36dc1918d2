package io.lodestone.lots.outbox.store;

import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotRegistered;
import io.lodestone.evidence.statement.LotsTransformed;
import io.lodestone.evidence.statement.Output;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.PoolRun;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.StatementId;
import io.lodestone.lots.custody.Disposition;
import io.lodestone.lots.outbox.Kept;
import io.lodestone.lots.sql.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Keeps statements from before they are sent until long after they are decided. */
@Singleton
public class Outbox {

    private static final String FIND = "SELECT * FROM outbox WHERE actor = $1 AND statement_id = $2";
    private static final String INSERT = "INSERT INTO outbox (actor, statement_id, request_digest, statement, annexes,"
            + " state, queued_at, due_at) VALUES ($1, $2, $3, $4, $5, 'QUEUED', $6, $7) ON CONFLICT DO NOTHING";
    private static final String DRAFT =
            "INSERT INTO draft_lot (actor, statement_id, lot, form, mass_ug) VALUES ($1, $2, $3, $4, $5)";
    private static final String LEASE = "UPDATE outbox SET due_at = $2 WHERE (actor, statement_id) IN"
            + " (SELECT actor, statement_id FROM outbox WHERE state = 'QUEUED' AND due_at <= $1"
            + " ORDER BY queued_at, statement_id LIMIT $3 FOR UPDATE SKIP LOCKED) RETURNING *";
    private static final String ACCEPTED = "UPDATE outbox SET state = 'ACCEPTED', annexes = '[]', log_index = $3,"
            + " entry_time = $4 WHERE actor = $1 AND statement_id = $2 AND state = 'QUEUED'";
    private static final String REFUSED = "UPDATE outbox SET state = 'REFUSED', annexes = '[]', refusal_code = $3,"
            + " refusal_path = $4, refusal_reason = $5, refusal_status = $6"
            + " WHERE actor = $1 AND statement_id = $2 AND state = 'QUEUED'";
    private static final String DUE = "UPDATE outbox SET due_at = $3 WHERE actor = $1 AND statement_id = $2";
    private static final String PENDING = "SELECT 1 FROM draft_lot d JOIN outbox o USING (actor, statement_id)"
            + " WHERE d.lot = ANY($2) AND d.actor = $1 AND o.state <> 'REFUSED'"
            + " AND NOT EXISTS (SELECT 1 FROM lot l WHERE l.id = d.lot) LIMIT 1";

    private final Pool pool;

    @Inject
    Outbox(Pool pool) {
        this.pool = pool;
    }

    public Uni<Optional<Kept>> find(PartyId actor, StatementId id) {
        return Sql.first(Sql.query(pool, FIND, actor, id), OutboxRows::read);
    }

    /** Keeps a statement with the lots it would make; false where its id is taken. */
    public Uni<Boolean> keep(Kept kept, Instant now, Instant due) {
        Statement statement = kept.statement();
        return pool.withTransaction(connection -> Sql.query(
                        connection,
                        INSERT,
                        statement.actor(),
                        statement.id(),
                        kept.request(),
                        statement.bytes(),
                        OutboxRows.annexes(kept.annexes()),
                        now,
                        due)
                .chain(rows -> rows.rowCount() == 0
                        ? Uni.createFrom().item(false)
                        : draft(connection, statement).replaceWith(true)));
    }

    private static Uni<Void> draft(SqlConnection connection, Statement statement) {
        List<Tuple> lots = new ArrayList<>();
        if (statement.body() instanceof LotRegistered lot) {
            lots.add(Sql.tuple(
                    statement.actor(), statement.id(), lot.lot(), lot.form().wire(), lot.mass()));
        }
        for (Output output : outputs(statement.body())) {
            output.lot().ifPresent(lot -> {
                String form = output.form().orElseThrow().wire();
                lots.add(Sql.tuple(statement.actor(), statement.id(), lot, form, output.mass()));
            });
        }
        return Sql.batch(connection, DRAFT, lots);
    }

    private static List<Output> outputs(Body body) {
        if (body instanceof LotsTransformed transformed) {
            return transformed.outputs();
        }
        return body instanceof PoolRun run ? run.outputs() : List.of();
    }

    /** Takes statements that are due, oldest first, for a while; other instances leave them alone meanwhile. */
    public Uni<List<Kept>> lease(Instant now, Instant until, int limit) {
        return pool.withTransaction(connection ->
                        Sql.list(Sql.query(connection, LEASE, now, until, (long) limit), OutboxRows::read))
                .map(leased -> leased.stream()
                        .sorted(Comparator.comparing(kept -> kept.statement().time()))
                        .toList());
    }

    public Uni<Void> release(Statement statement, Instant due) {
        return Sql.query(pool, DUE, statement.actor(), statement.id(), due).replaceWithVoid();
    }

    /** Keeps the decision; a decision that is there already stays. */
    public Uni<Void> decide(Statement statement, Disposition decision) {
        if (decision instanceof Disposition.Accepted accepted) {
            return Sql.query(pool, ACCEPTED, statement.actor(), statement.id(), accepted.index(), accepted.time())
                    .replaceWithVoid();
        } else if (decision instanceof Disposition.Refused refused) {
            return Sql.query(
                            pool,
                            REFUSED,
                            statement.actor(),
                            statement.id(),
                            refused.code(),
                            refused.path(),
                            refused.reason(),
                            refused.status())
                    .replaceWithVoid();
        }
        return Uni.createFrom().voidItem();
    }

    /** Whether one of the lots is only asked for by that party, and not refused. */
    public Uni<Boolean> isPending(PartyId actor, Collection<LotId> lots) {
        return Sql.query(pool, PENDING, actor, Sql.ids(lots)).map(rows -> rows.size() > 0);
    }
}

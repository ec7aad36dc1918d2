package io.lodestone.lots.outbox.store;

import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.StatementId;
import io.lodestone.evidence.statement.Uuid7;
import io.lodestone.lots.custody.Disposition;
import io.lodestone.lots.custody.Disposition.Accepted;
import io.lodestone.lots.custody.Disposition.Refused;
import io.lodestone.lots.outbox.Keeping;
import io.lodestone.lots.outbox.Kept;
import io.lodestone.lots.sql.Columns;
import io.lodestone.lots.sql.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keeps statements from before they are sent until long after they are decided. */
@Singleton
public class Outbox {

    private static final String FIND = "SELECT * FROM outbox WHERE actor = $1 AND statement_id = $2";
    private static final String LEASE = "WITH leased AS (UPDATE outbox SET due_at = $2 WHERE (actor, statement_id) IN"
            + " (SELECT actor, statement_id FROM outbox WHERE state = 'QUEUED' AND due_at <= $1 AND (bulk IS NULL OR"
            + " bulk NOT IN (SELECT bulk FROM outbox WHERE state = 'QUEUED' AND bulk IS NOT NULL AND due_at > $1))"
            + " ORDER BY seq LIMIT $3 FOR UPDATE SKIP LOCKED) RETURNING *) SELECT * FROM leased ORDER BY seq";

    /** Leases are taken one at a time, so that no two take parts of one bulk: the later part waits for the earlier. */
    private static final String ONE_LEASE = "SELECT pg_advisory_xact_lock(718105)";

    private static final String ACCEPTED = "UPDATE outbox o SET state = 'ACCEPTED', annexes = '[]',"
            + " log_index = d.log_index, entry_time = d.entry_time FROM unnest($1::uuid[], $2::uuid[], $3::bigint[],"
            + " $4::timestamptz[]) AS d (actor, id, log_index, entry_time)"
            + " WHERE o.actor = d.actor AND o.statement_id = d.id AND o.state = 'QUEUED'";
    private static final String PLACED = "UPDATE source s SET log_index = d.log_index FROM unnest($1::uuid[],"
            + " $2::uuid[], $3::bigint[]) AS d (actor, id, log_index) WHERE s.party = d.actor AND s.statement_id = d.id";
    private static final String REFUSED = "UPDATE outbox o SET state = 'REFUSED', annexes = '[]',"
            + " refusal_code = d.code, refusal_path = d.path, refusal_reason = d.reason, refusal_status = d.status"
            + " FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::integer[])"
            + " AS d (actor, id, code, path, reason, status)"
            + " WHERE o.actor = d.actor AND o.statement_id = d.id AND o.state = 'QUEUED'";
    private static final String DUE = "UPDATE outbox o SET due_at = $3 FROM unnest($1::uuid[], $2::uuid[])"
            + " AS d (actor, id) WHERE o.actor = d.actor AND o.statement_id = d.id";
    private static final String PENDING = "SELECT d.lot FROM draft_lot d JOIN outbox o USING (actor, statement_id)"
            + " WHERE d.lot = ANY($2) AND d.actor = $1 AND o.state <> 'REFUSED'"
            + " AND NOT EXISTS (SELECT 1 FROM lot l WHERE l.id = d.lot)";

    private final Pool pool;

    @Inject
    Outbox(Pool pool) {
        this.pool = pool;
    }

    public Uni<Optional<Kept>> find(PartyId actor, StatementId id) {
        return Sql.first(Sql.query(pool, FIND, actor, id), OutboxRows::read);
    }

    /**
     * Keeps a statement with the lots it would make; false where its id is taken, {@link KeyTaken} where the caller's
     * key is.
     */
    public Uni<Boolean> keep(Keeping keeping, Instant now, Instant due) {
        return pool.withTransaction(
                        connection -> OutboxWrites.keep(connection, List.of(keeping), Optional.empty(), now, due))
                .map(kept -> kept == 1);
    }

    /** Keeps all, in this order, or none: {@link KeyTaken} where one of the callers' keys is. */
    public Uni<Void> keepAll(List<Keeping> all, Uuid7 bulk, Instant now, Instant due) {
        return all.isEmpty()
                ? Uni.createFrom().voidItem()
                : pool.withTransaction(connection -> OutboxWrites.keep(connection, all, Optional.of(bulk), now, due))
                        .replaceWithVoid();
    }

    /**
     * Takes statements that are due, in the order in which they were kept, for a while; other instances leave them
     * alone meanwhile, and of the bulks they belong to, all that comes later.
     */
    public Uni<List<Kept>> lease(Instant now, Instant until, int limit) {
        return pool.withTransaction(connection -> Sql.query(connection, ONE_LEASE)
                .chain(() -> Sql.list(Sql.query(connection, LEASE, now, until, (long) limit), OutboxRows::read)));
    }

    public Uni<Void> release(Collection<Statement> statements, Instant due) {
        return Columns.of(statements).uuid(Statement::actor).uuid(Statement::id).write(pool, DUE, due);
    }

    /** Keeps the decisions that there are; a decision that is there already stays. */
    public Uni<Void> decide(List<Kept> decided) {
        List<Decided<Accepted>> accepted = Decided.all(decided, Accepted.class);
        List<Decided<Refused>> refused = Decided.all(decided, Refused.class);
        return pool.withTransaction(connection -> Decided.columns(accepted)
                .number(one -> one.decision().index())
                .time(one -> one.decision().time())
                .write(connection, ACCEPTED)
                .chain(() -> Decided.columns(accepted)
                        .number(one -> one.decision().index())
                        .write(connection, PLACED))
                .chain(() -> Decided.columns(refused)
                        .text(one -> one.decision().code())
                        .text(one -> one.decision().path())
                        .text(one -> one.decision().reason())
                        .integer(one -> one.decision().status())
                        .write(connection, REFUSED)));
    }

    private record Decided<D extends Disposition>(Statement statement, D decision) {

        static <D extends Disposition> List<Decided<D>> all(List<Kept> kept, Class<D> kind) {
            return kept.stream()
                    .filter(one -> kind.isInstance(one.disposition()))
                    .map(one -> new Decided<>(one.statement(), kind.cast(one.disposition())))
                    .toList();
        }

        static <D extends Disposition> Columns<Decided<D>> columns(List<Decided<D>> decided) {
            return Columns.of(decided)
                    .uuid(one -> one.statement().actor())
                    .uuid(one -> one.statement().id());
        }
    }

    /** Whether one of the lots is only asked for by that party, and not refused. */
    public Uni<Boolean> isPending(PartyId actor, Collection<LotId> lots) {
        return pending(actor, lots).map(pending -> !pending.isEmpty());
    }

    /** Those of the lots that are only asked for by that party, and not refused. */
    public Uni<Set<LotId>> pending(PartyId actor, Collection<LotId> lots) {
        if (lots.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        return Sql.query(pool, PENDING, actor, Sql.ids(lots)).map(rows -> {
            Set<LotId> pending = new HashSet<>();
            rows.forEach(row -> pending.add(Sql.lot(row, "lot")));
            return pending;
        });
    }
}

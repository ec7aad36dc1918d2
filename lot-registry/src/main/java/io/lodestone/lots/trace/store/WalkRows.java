package io.lodestone.lots.trace.store;

import io.lodestone.evidence.statement.LotId;
import io.lodestone.lots.sql.Sql;
import io.lodestone.lots.trace.Direction;
import io.lodestone.lots.trace.Sight;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Walks that were begun: found again only by the sight that began them. */
@Singleton
public class WalkRows {

    /** So many walks are kept for one sight; the one that was not asked for the longest makes room. */
    private static final int MAX_WALKS = 64;

    /** Steps in one transaction, which holds up nobody but who reads the same walk. */
    private static final int MAX_STEPS = 32;

    /** What can be seen of a lot's making was complete when the lot was made; what it goes into is not. */
    private static final String BEGIN = "INSERT INTO trace (id, sight, root, direction, as_of, touched_at)"
            + " SELECT $1::uuid, $2::text, l.id, $4::text, CASE WHEN $4 = 'UPSTREAM' THEN l.log_index"
            + " ELSE (SELECT log_index FROM feed_cursor) END, $5::timestamptz FROM lot l WHERE l.id = $3"
            + " AND EXISTS (SELECT 1 FROM lot_party p WHERE p.lot = l.id AND p.party = ANY($6::uuid[]))"
            + " ON CONFLICT (sight, root, direction, as_of) DO UPDATE SET touched_at = EXCLUDED.touched_at RETURNING *";

    private static final String ROOT = "INSERT INTO trace_lot (trace, position, lot, depth) VALUES ($1, 0, $2, 0)"
            + " ON CONFLICT (trace, position) DO NOTHING";
    private static final String MAKE_ROOM = "DELETE FROM trace WHERE id IN (SELECT id FROM trace WHERE sight = $1"
            + " ORDER BY touched_at DESC, id DESC OFFSET " + MAX_WALKS + " FOR UPDATE SKIP LOCKED)";
    private static final String RESUME = "UPDATE trace SET touched_at = $5::timestamptz"
            + " WHERE id = $1 AND sight = $2 AND root = $3 AND direction = $4 RETURNING *";
    private static final String LOCK = "SELECT * FROM trace WHERE id = $1 FOR UPDATE";
    private static final String SWEEP = "DELETE FROM trace WHERE id IN (SELECT id FROM trace WHERE touched_at < $1"
            + " ORDER BY touched_at LIMIT $2 FOR UPDATE SKIP LOCKED)";

    private final Pool pool;

    @Inject
    WalkRows(Pool pool) {
        this.pool = pool;
    }

    /** A walk from that lot as the log now is, begun here or before; nothing for a lot that is not seen. */
    public Uni<Optional<Walk>> begin(UUID id, Sight sight, LotId root, Direction direction, Instant now) {
        UUID[] eyes = Sql.ids(sight.eyes());
        return pool.withTransaction(connection -> Sql.first(
                        Sql.query(connection, BEGIN, id, sight.key(), root, direction.name(), now, eyes), Walk::read)
                .chain(begun -> begun.isEmpty()
                        ? Uni.createFrom().item(begun)
                        : Sql.query(connection, ROOT, begun.get().id(), root)
                                .chain(() -> Sql.query(connection, MAKE_ROOM, sight.key()))
                                .replaceWith(begun)));
    }

    public Uni<Optional<Walk>> resume(UUID id, Sight sight, LotId root, Direction direction, Instant now) {
        return Sql.first(Sql.query(pool, RESUME, id, sight.key(), root, direction.name(), now), Walk::read);
    }

    /** Some steps further, unless somebody else has taken them meanwhile; nothing if the walk was swept. */
    public Uni<Optional<Walk>> step(Walk from, Sight sight, int wanted) {
        return ByKey.within(
                pool,
                connection -> Sql.first(Sql.query(connection, LOCK, from.id()), Walk::read)
                        .chain(now -> now.isEmpty() || now.get().reaches(wanted)
                                ? Uni.createFrom().item(now)
                                : steps(connection, now.get(), sight, wanted, MAX_STEPS)
                                        .map(Optional::of)));
    }

    /** A long line of lots that each went into one other is a step for each of them. */
    private static Uni<Walk> steps(SqlConnection connection, Walk from, Sight sight, int wanted, int left) {
        return WalkStep.take(connection, from, sight)
                .chain(walk -> left == 1 || walk.reaches(wanted)
                        ? Uni.createFrom().item(walk)
                        : steps(connection, walk, sight, wanted, left - 1));
    }

    /** Forgets walks that nobody has asked for since then; says how many. */
    public Uni<Integer> sweep(Instant before, int limit) {
        return Sql.query(pool, SWEEP, before, limit).map(rows -> rows.rowCount());
    }
}

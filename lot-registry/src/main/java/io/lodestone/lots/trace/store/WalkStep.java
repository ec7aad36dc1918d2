package io.lodestone.lots.trace.store;

import io.lodestone.lots.sql.Sql;
import io.lodestone.lots.trace.Direction;
import io.lodestone.lots.trace.Sight;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * One step of a walk: some edges further, in the order of a breadth-first search. A step ends within the edges of one
 * lot if there are too many of them, so its cost is bounded for a lot with a million descendants too.
 */
final class WalkStep {

    /** Edges looked at in one step: some tens of milliseconds. */
    private static final int EDGES = 2_000;

    /** Lots looked at in one step, most of which may have no edges. */
    private static final int PARENTS = 1_000;

    private static final String SEEN = " CROSS JOIN LATERAL (SELECT true FROM transformation t"
            + " WHERE t.log_index = x.log_index AND t.actor = ANY($5::uuid[]) AND t.log_index <= $6"
            + " AND t.log_index >= $8 AND t.log_index < $9 LIMIT 1) t";

    /** Lots that the viewer may see at all. */
    private static final String NAMED = " AND ($10::uuid[] IS NULL OR lot = ANY($10::uuid[]))";

    /** The inputs of what made the lot. */
    private static final String UP = "SELECT i.log_index, i.position AS place, i.lot FROM"
            + " (SELECT log_index FROM transformation_output WHERE lot = p.lot OFFSET 0) x" + SEEN
            + " CROSS JOIN LATERAL (SELECT * FROM transformation_input WHERE log_index = x.log_index"
            + " AND (log_index, position) > (floor.log_index, floor.place)" + NAMED + " OFFSET 0) i";

    /** The outputs of what it went into. */
    private static final String DOWN = "SELECT o.log_index, o.position AS place, o.lot FROM"
            + " (SELECT log_index FROM transformation_input WHERE lot = p.lot AND log_index >= floor.log_index"
            + " ORDER BY log_index OFFSET 0) x" + SEEN
            + " CROSS JOIN LATERAL (SELECT * FROM transformation_output WHERE log_index = x.log_index"
            + " AND lot IS NOT NULL AND (log_index, position) > (floor.log_index, floor.place)" + NAMED
            + " OFFSET 0) o";

    /**
     * From a lot to its transformations, and from those to their lots, by keys and in that order: the offsets keep the
     * planner from turning the joins round, whatever it guesses of tables that have grown since they were analysed.
     */
    private static final String STEP = """
            WITH parents AS MATERIALIZED (
                SELECT position, depth, lot FROM trace_lot
                WHERE trace = $1 AND position >= $2 AND position < $2 + %d ORDER BY position),
            edges AS MATERIALIZED (
                SELECT p.position AS parent, p.depth, e.log_index, e.place, e.lot FROM parents p
                CROSS JOIN LATERAL (SELECT CASE WHEN p.position = $2 THEN $3::bigint ELSE 0 END AS log_index,
                                           CASE WHEN p.position = $2 THEN $4::integer ELSE -1 END AS place) floor
                CROSS JOIN LATERAL (%s ORDER BY 1, 2 LIMIT %d) e
                ORDER BY p.position, e.log_index, e.place LIMIT %d),
            fresh AS (
                SELECT DISTINCT ON (e.lot) e.lot, e.depth, e.parent, e.log_index, e.place FROM edges e
                LEFT JOIN LATERAL (SELECT true AS seen FROM trace_lot s WHERE s.trace = $1 AND s.lot = e.lot LIMIT 1) s
                    ON true
                WHERE s.seen IS NULL ORDER BY e.lot, e.parent, e.log_index, e.place),
            added AS (
                INSERT INTO trace_lot (trace, position, lot, depth)
                SELECT $1, $7::integer + (row_number() OVER (ORDER BY parent, log_index, place))::integer - 1,
                       lot, depth + 1 FROM fresh RETURNING 1),
            last AS (SELECT parent, log_index, place FROM edges ORDER BY 1 DESC, 2 DESC, 3 DESC LIMIT 1)
            UPDATE trace SET lots = lots + (SELECT count(*) FROM added)::integer,
                next_parent = CASE WHEN n.edges = %4$d THEN l.parent ELSE n.beyond END,
                next_index = CASE WHEN n.edges = %4$d THEN l.log_index ELSE 0 END,
                next_place = CASE WHEN n.edges = %4$d THEN l.place ELSE -1 END,
                whole = n.edges < %4$d AND n.beyond >= lots + (SELECT count(*) FROM added)
            FROM (SELECT (SELECT count(*) FROM edges) AS edges,
                         (SELECT max(position) + 1 FROM parents) AS beyond) n LEFT JOIN last l ON true
            WHERE id = $1 RETURNING trace.*""";

    private static final String STEP_UP = STEP.formatted(PARENTS, UP, EDGES, EDGES);
    private static final String STEP_DOWN = STEP.formatted(PARENTS, DOWN, EDGES, EDGES);

    private WalkStep() {}

    /** The caller holds the lock of the walk's row. */
    static Uni<Walk> take(SqlConnection connection, Walk walk, Sight sight) {
        String sql = walk.direction() == Direction.UPSTREAM ? STEP_UP : STEP_DOWN;
        return Sql.query(
                        connection,
                        sql,
                        walk.id(),
                        walk.parent(),
                        walk.index(),
                        walk.place(),
                        Sql.ids(sight.eyes()),
                        walk.asOf(),
                        walk.lots(),
                        sight.first(),
                        sight.past(),
                        sight.lots().<Object>map(Sql::ids))
                .map(rows -> rows.iterator().next())
                .map((Row row) -> Walk.read(row));
    }
}

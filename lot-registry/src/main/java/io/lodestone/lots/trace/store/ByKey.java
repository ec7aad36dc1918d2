package io.lodestone.lots.trace.store;

import io.lodestone.lots.sql.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.function.Function;

/**
 * Transactions whose queries find each row by its key. A planner that takes a grown table for an empty one would read
 * all of it for every lot, which was seen to turn a step of milliseconds into one without end.
 */
final class ByKey {

    /** Nor is anything compiled: what forbids scans makes a plan look dear enough for that. */
    private static final String NO_SCANS =
            "SELECT set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true)";

    private ByKey() {}

    static <T> Uni<T> within(Pool pool, Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(
                connection -> Sql.query(connection, NO_SCANS).chain(() -> work.apply(connection)));
    }
}

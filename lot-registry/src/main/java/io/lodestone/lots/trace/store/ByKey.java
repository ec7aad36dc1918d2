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

    private static final String NO_SCANS = "SET LOCAL enable_seqscan = off";

    private ByKey() {}

    static <T> Uni<T> within(Pool pool, Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(
                connection -> Sql.query(connection, NO_SCANS).chain(() -> work.apply(connection)));
    }
}

package io.lodestone.custody.statement.store;

import io.lodestone.custody.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** One multi-row statement with its columns. */
record Write(String sql, Columns<?> columns) {

    Uni<Void> run(SqlConnection db) {
        return db.preparedQuery(sql).execute(columns.tuple()).replaceWithVoid();
    }
}

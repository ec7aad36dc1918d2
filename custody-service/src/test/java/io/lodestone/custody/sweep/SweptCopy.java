package io.lodestone.custody.sweep;

import io.lodestone.kit.testing.PostgresResource;
import io.lodestone.kit.testing.TestDatabase;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** All tables as they are, without their constraints, in a schema where nobody else works: to be damaged and swept. */
public final class SweptCopy implements AutoCloseable {

    private final String schema;
    private final Pool pool;

    public SweptCopy(String schema, Vertx vertx) throws SQLException {
        this.schema = schema;
        try (Connection db = TestDatabase.asOwner()) {
            db.setAutoCommit(false);
            run(db, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            for (String copy : List.of(schema, kept())) {
                run(db, "DROP SCHEMA IF EXISTS " + copy + " CASCADE");
                run(db, "CREATE SCHEMA " + copy);
                for (String table : tables(db)) {
                    run(db, "CREATE TABLE " + copy + "." + table + " AS TABLE public." + table);
                }
            }
            run(db, "CREATE UNIQUE INDEX ON " + schema + ".sweep (sweep)");
            db.commit();
        }
        PgConnectOptions options = PgConnectOptions.fromUri(
                        System.getProperty("lodestone.test.jdbc-url").substring("jdbc:".length()))
                .setUser(PostgresResource.OWNER)
                .setPassword(PostgresResource.PASSWORD)
                .addProperty("search_path", schema);
        this.pool = PgBuilder.pool().connectingTo(options).using(vertx).build();
    }

    private String kept() {
        return schema + "_kept";
    }

    public Pool pool() {
        return pool;
    }

    static List<String> tables(Connection db) throws SQLException {
        return list(
                db,
                "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
                        + " AND table_name NOT LIKE 'flyway%' ORDER BY table_name");
    }

    /** Runs SQL over the copy, as a person who may do anything would. */
    public void change(String sql) throws SQLException {
        try (Connection db = open()) {
            run(db, sql);
        }
    }

    public List<String> list(String query) throws SQLException {
        try (Connection db = open()) {
            return list(db, query);
        }
    }

    /** Puts a table back to what it was. */
    public void restore(String table) throws SQLException {
        change("TRUNCATE " + table + "; INSERT INTO " + table + " SELECT * FROM " + kept() + "." + table);
    }

    Connection open() throws SQLException {
        Connection db = TestDatabase.asOwner();
        run(db, "SET search_path TO " + schema);
        return db;
    }

    private static void run(Connection db, String sql) throws SQLException {
        boolean ignored = db.createStatement().execute(sql);
    }

    private static List<String> list(Connection db, String query) throws SQLException {
        try (ResultSet rows = db.createStatement().executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    @Override
    public void close() throws SQLException {
        pool.closeAndAwait();
        try (Connection db = TestDatabase.asOwner()) {
            run(db, "DROP SCHEMA " + schema + " CASCADE; DROP SCHEMA " + kept() + " CASCADE");
        }
    }
}

package io.lodestone.custody.sweep;

import io.lodestone.evidence.statement.Uuid7;
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

    private static final String REPLAYED = "SELECT tablename FROM pg_tables WHERE schemaname = 'replay'";

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
            run(db, "DROP SCHEMA IF EXISTS " + replay() + " CASCADE");
            run(db, "CREATE SCHEMA " + replay());
            for (String table : list(db, REPLAYED)) {
                run(db, "CREATE TABLE " + replay() + "." + table + " (LIKE replay." + table + " INCLUDING ALL)");
            }
            run(db, "CREATE VIEW " + replay() + ".statement AS SELECT * FROM " + schema + ".statement");
            db.commit();
        }
        PgConnectOptions options = PgConnectOptions.fromUri(
                        System.getProperty("lodestone.test.jdbc-url").substring("jdbc:".length()))
                .setUser(PostgresResource.OWNER)
                .setPassword(PostgresResource.PASSWORD)
                .addProperty("search_path", schema);
        this.pool = PgBuilder.pool().connectingTo(options).using(vertx).build();
    }

    /** Another value of a column's type, whatever it is. */
    record Column(String name, String type) {

        String changed() {
            return switch (type) {
                case "bigint", "integer" -> "coalesce(" + name + ", 0) + 1000000";
                case "smallint" -> name + " + 1";
                case "boolean" -> "NOT " + name;
                case "uuid" -> "gen_random_uuid()";
                case "ARRAY" -> "array_append(" + name + ", NULL)";
                case "text" -> "coalesce(" + name + ", '') || 'x'";
                case "timestamp with time zone" -> "coalesce(" + name + ", now()) + interval '1 millisecond'";
                case "bytea" ->
                    "CASE WHEN " + name + " IS NULL THEN sha256('') ELSE set_byte(" + name + ", octet_length(" + name
                            + ") / 2, get_byte(" + name + ", octet_length(" + name + ") / 2) # 1) END";
                default -> throw new IllegalArgumentException("no way is known to change a " + type);
            };
        }
    }

    static List<Column> columns(String schema, String table) throws SQLException {
        try (Connection db = TestDatabase.asOwner()) {
            return list(
                            db,
                            "SELECT column_name || ':' || data_type FROM information_schema.columns WHERE table_schema = '"
                                    + schema + "' AND table_name = '" + table + "' ORDER BY column_name")
                    .stream()
                    .map(text -> text.split(":"))
                    .map(parts -> new Column(parts[0], parts[1]))
                    .toList();
        }
    }

    /** Tables that are computed again. */
    List<String> replayed() throws SQLException {
        return list(REPLAYED + " AND tablename <> 'replay_position'");
    }

    List<String> tables() throws SQLException {
        try (Connection db = open()) {
            return tables(db);
        }
    }

    List<String> keys(String table) throws SQLException {
        return list("SELECT a.attname FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid"
                + " AND a.attnum = ANY(i.indkey) WHERE i.indisprimary AND i.indrelid = 'replay." + table
                + "'::regclass");
    }

    /** The place of the row that was written last. */
    String row(String table) throws SQLException {
        List<String> rows = list("SELECT ctid FROM " + table + " ORDER BY ctid DESC LIMIT 1");
        if (rows.isEmpty()) {
            throw new AssertionError("no statement of this test makes a row of " + table);
        }
        return rows.get(0);
    }

    long number(String query) throws SQLException {
        return Long.parseLong(list(query).get(0));
    }

    /** Any id, always the same. */
    Uuid7 firstSweep() {
        return Uuid7.of(0, new byte[10]);
    }

    private String replay() {
        return schema + "_replay";
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
            run(
                    db,
                    "DROP SCHEMA " + schema + " CASCADE; DROP SCHEMA " + kept() + " CASCADE; DROP SCHEMA " + replay()
                            + " CASCADE");
        }
    }
}

package io.lodestone.custody.statement.app;

import io.lodestone.kit.testing.PostgresResource;
import io.lodestone.kit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** One write to one table that goes wrong once, whoever makes it. */
final class Fault implements AutoCloseable {

    enum Kind {
        /** PostgreSQL says no: nothing of the transaction stays, and the caller is told so. */
        REFUSED("RAISE EXCEPTION 'no space left' USING ERRCODE = 'disk_full'", false),
        /** The same, but only when all else is written and the commit begins. */
        REFUSED_AT_COMMIT("RAISE EXCEPTION 'no space left' USING ERRCODE = 'disk_full'", true),
        /** The connection ends with no answer: who waits cannot know what became of it. */
        LOST("PERFORM pg_terminate_backend(pg_backend_pid())", false),
        LOST_AT_COMMIT("PERFORM pg_terminate_backend(pg_backend_pid())", true);

        private final String action;
        private final boolean deferred;

        Kind(String action, boolean deferred) {
            this.action = action;
            this.deferred = deferred;
        }
    }

    private final String table;

    private Fault(String table) {
        this.table = table;
    }

    /** A sequence counts, for it alone is not taken back with the transaction. */
    static Fault in(String table, Kind kind) throws SQLException {
        try (Connection db = TestDatabase.asOwner();
                Statement sql = db.createStatement()) {
            run(sql, "CREATE SEQUENCE fault_count");
            run(sql, "GRANT USAGE ON SEQUENCE fault_count TO " + PostgresResource.APP);
            run(
                    sql,
                    "CREATE FUNCTION fault() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                            + " IF nextval('fault_count') = 1 THEN " + kind.action + "; END IF; RETURN NEW; END $$");
            run(
                    sql,
                    kind.deferred
                            ? "CREATE CONSTRAINT TRIGGER fault AFTER INSERT OR UPDATE ON " + table
                                    + " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION fault()"
                            : "CREATE TRIGGER fault BEFORE INSERT OR UPDATE ON " + table
                                    + " FOR EACH ROW EXECUTE FUNCTION fault()");
        }
        return new Fault(table);
    }

    private static void run(Statement sql, String text) throws SQLException {
        boolean ignored = sql.execute(text);
    }

    /** Writes that were made since, the one that failed included. */
    long writes() throws SQLException {
        try (Connection db = TestDatabase.asOwner();
                ResultSet rows = db.createStatement().executeQuery("SELECT last_value, is_called FROM fault_count")) {
            rows.next();
            return rows.getBoolean(2) ? rows.getLong(1) : 0;
        }
    }

    @Override
    public void close() throws SQLException {
        try (Connection db = TestDatabase.asOwner();
                Statement sql = db.createStatement()) {
            run(sql, "DROP TRIGGER fault ON " + table);
            run(sql, "DROP FUNCTION fault()");
            run(sql, "DROP SEQUENCE fault_count");
        }
    }
}

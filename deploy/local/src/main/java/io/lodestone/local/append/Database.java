package io.lodestone.local.append;

import io.lodestone.local.demo.DemoFailure;
import io.lodestone.local.postgres.DatabaseLogins.Login;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;

/** The server under both sides of the comparison, as its superuser sees it. */
public final class Database {

    /** What the server did between two looks. */
    record Work(long fsyncs, long bytes) {
        Work since(Work before) {
            return new Work(fsyncs - before.fsyncs, bytes - before.bytes);
        }
    }

    private final int port;
    private final Login superuser;

    public Database(int port, Login superuser) {
        this.port = port;
        this.superuser = superuser;
    }

    int port() {
        return port;
    }

    Login superuser() {
        return superuser;
    }

    void run(String database, String sql) {
        try (Connection connection = open(database)) {
            connection.createStatement().execute(sql);
        } catch (SQLException e) {
            throw new DemoFailure(database + ": " + e.getMessage());
        }
    }

    long number(String database, String sql) {
        try (Connection connection = open(database);
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new DemoFailure(database + ": " + e.getMessage());
        }
    }

    /** Flushes of the write-ahead log so far, and the size of the database's tables and indexes. */
    Work work(String database) {
        return new Work(
                number(database, "SELECT coalesce(sum(fsyncs), 0) FROM pg_stat_io WHERE object = 'wal'"),
                number(database, "SELECT pg_database_size(current_database())"));
    }

    private Connection open(String database) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", superuser.user());
        login.setProperty("password", superuser.password());
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, login);
    }
}

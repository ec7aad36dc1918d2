package io.lodestone.kit.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The database beneath the service under test, past the service: to look, and to damage what must be noticed. */
public final class TestDatabase {

    private TestDatabase() {}

    /** As the login that migrates, who owns every table. */
    public static Connection asOwner() throws SQLException {
        return connect(PostgresResource.OWNER);
    }

    /** As the service's own login, who may do what the migrations granted. */
    public static Connection asService() throws SQLException {
        return connect(PostgresResource.APP);
    }

    private static Connection connect(String login) throws SQLException {
        return DriverManager.getConnection(
                System.getProperty("lodestone.test.jdbc-url"), login, PostgresResource.PASSWORD);
    }
}

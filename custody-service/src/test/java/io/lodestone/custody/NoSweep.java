package io.lodestone.custody;

import io.lodestone.kit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/** Waits until no sweep runs or has its report to log: it would see what a test does to tables, and append meanwhile. */
public final class NoSweep {

    private static final String GOES_ON = "SELECT FROM (SELECT * FROM sweep ORDER BY started DESC LIMIT 1) s"
            + " WHERE finished IS NULL OR NOT EXISTS (SELECT FROM decision d WHERE d.id = s.sweep)";

    private NoSweep() {}

    public static void goesOn() throws SQLException, InterruptedException {
        for (int i = 0; i < 600; i++) {
            try (Connection db = TestDatabase.asOwner();
                    ResultSet rows = db.createStatement().executeQuery(GOES_ON)) {
                if (!rows.next()) {
                    return;
                }
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError("the sweep does not end");
    }
}

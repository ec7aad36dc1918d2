package io.lodestone.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.lodestone.kit.testing.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The login that the service itself has may add to the log and never change or take away. */
@QuarkusTest
class ServiceRoleTest {

    private static final String NOT_ALLOWED = "42501";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "entry",
                "statement",
                "acceptance_record",
                "annex",
                "statement_signature",
                "nullifier",
                "decision"
            })
    void the_service_cannot_change_or_delete_what_is_recorded(String table) throws SQLException {
        for (String column : columns(table)) {
            refused("UPDATE " + table + " SET " + column + " = " + column);
        }
        refused("DELETE FROM " + table);
        refused("TRUNCATE " + table);
        refused("ALTER TABLE " + table + " DROP COLUMN log_index");
        refused("DROP TABLE " + table);
        refused("CREATE TRIGGER changed BEFORE INSERT ON " + table
                + " FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()");
    }

    @Test
    void a_replay_cannot_change_the_statements_that_it_reads() throws SQLException {
        refused("UPDATE replay.statement SET bytes = bytes");
        refused("DELETE FROM replay.statement");
        assertThat(list("SELECT privilege_type FROM information_schema.role_table_grants WHERE grantee = current_user"
                        + " AND table_schema = 'replay' AND table_name = 'statement'"))
                .containsExactly("SELECT");
    }

    @Test
    void the_service_may_delete_nothing_but_marks_and_draws_and_owns_nothing() throws SQLException {
        assertThat(list("SELECT table_name FROM information_schema.role_table_grants WHERE grantee = current_user"
                        + " AND table_schema = 'public' AND privilege_type IN ('DELETE', 'TRUNCATE', 'TRIGGER')"
                        + " ORDER BY table_name"))
                .containsExactly("draw", "stale_mark");
        assertThat(list("SELECT tablename FROM pg_tables WHERE tableowner = current_user"))
                .isEmpty();
        assertThat(list("SELECT rolname FROM pg_roles WHERE rolname = current_user"
                        + " AND (rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls)"))
                .isEmpty();
        assertThat(list("SELECT rolname FROM pg_roles WHERE rolname <> current_user"
                        + " AND pg_has_role(current_user, oid, 'MEMBER')"))
                .isEmpty();
    }

    private static void refused(String statement) {
        assertThatExceptionOfType(SQLException.class)
                .as(statement)
                .isThrownBy(() -> {
                    try (Connection db = TestDatabase.asService()) {
                        db.setAutoCommit(false);
                        boolean ignored = db.createStatement().execute(statement);
                        db.rollback();
                    }
                })
                .satisfies(refusal -> assertThat(refusal.getSQLState()).isEqualTo(NOT_ALLOWED));
    }

    private static List<String> columns(String table) throws SQLException {
        List<String> columns = list("SELECT column_name FROM information_schema.columns WHERE table_schema = 'public'"
                + " AND table_name = '" + table + "'");
        assertThat(columns).isNotEmpty();
        return columns;
    }

    private static List<String> list(String query) throws SQLException {
        try (Connection db = TestDatabase.asService();
                ResultSet rows = db.createStatement().executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}

package io.lodestone.lots;

import static io.lodestone.lots.Scene.plant;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.statement.LotId;
import io.lodestone.kit.testing.TestDatabase;
import io.lodestone.lots.Scene.Plant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CustodyResource.class)
class RebuildTest {

    private static final List<String> FED = List.of(
            "statement",
            "feed_cursor",
            "party",
            "facility",
            "lot",
            "lot_vector",
            "profile",
            "lot_party",
            "profile_country",
            "lot_element",
            "lot_country",
            "lot_trait",
            "lot_detail",
            "lot_identifier",
            "booked_loss",
            "assay",
            "transfer",
            "transformation",
            "transformation_input",
            "transformation_output");

    @Test
    void an_empty_database_fed_again_has_the_same_rows() throws SQLException {
        // Given
        Plant maker = plant("DE", "manufacturer");
        LotId lot = Scene.registered(maker, "2");
        maker.post(
                        "/transformations",
                        Scene.transformation(
                                maker,
                                "split",
                                "[{\"lot\":\"%s\",\"consumedKg\":\"1.5\"}]".formatted(lot),
                                "[{\"kind\":\"product\",\"form\":\"oxide\",\"massKg\":\"1\"},{\"kind\":\"loss\"}]"))
                .statusCode(201);
        Map<String, String> before = rows();
        // When
        execute("TRUNCATE "
                + String.join(
                        ", ", FED.stream().filter(t -> !t.equals("feed_cursor")).toList())
                + "; UPDATE feed_cursor SET log_index = 0");
        Map<String, String> after = rows();
        for (int i = 0; i < 20 && !after.equals(before); i++) {
            maker.get("/lots");
            after = rows();
        }
        // Then
        assertThat(after).isEqualTo(before);
    }

    private static void execute(String sql) throws SQLException {
        try (Connection owner = TestDatabase.asOwner();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Each table as one text, in the order of its text. */
    private static Map<String, String> rows() throws SQLException {
        Map<String, String> rows = new TreeMap<>();
        try (Connection owner = TestDatabase.asOwner();
                Statement statement = owner.createStatement()) {
            for (String table : FED) {
                try (ResultSet result = statement.executeQuery(
                        "SELECT coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '') FROM " + table + " t")) {
                    assertThat(result.next()).isTrue();
                    rows.put(table, result.getString(1));
                }
            }
        }
        return rows;
    }
}

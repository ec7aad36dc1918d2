package io.lodestone.lots;

import static io.lodestone.lots.Scene.plant;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.provenance.TransformationResult.Drawn;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotsTransformed;
import io.lodestone.kit.testing.TestDatabase;
import io.lodestone.lots.Scene.Plant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
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
            "lot_tenure",
            "access_grant",
            "party_description",
            "profile_country",
            "lot_element",
            "lot_country",
            "lot_trait",
            "lot_detail",
            "lot_identifier",
            "booked_loss",
            "assay",
            "transfer",
            "handover",
            "transformation",
            "transformation_input",
            "transformation_output",
            "pool",
            "pool_period",
            "pool_sheet",
            "pool_count",
            "pool_adjustment",
            "pool_receipt",
            "withdrawal",
            "credit",
            "account",
            "account_posting",
            "lot_moment",
            "presented",
            "offered_lot",
            "offered_document",
            "alert",
            "alert_lot",
            "alert_statement",
            "correction",
            "stale_lot",
            "stale_step",
            "redrawn",
            "lot_superseded");

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
        correctedAndWorkedOff(maker, lot);
        pooled(plant("EE", "refiner"));
        alerts(maker);
        Map<String, String> before = rows();
        // When
        execute("TRUNCATE "
                + String.join(
                        ", ", FED.stream().filter(t -> !t.equals("feed_cursor")).toList())
                + "; UPDATE feed_cursor SET log_index = 0");
        Map<String, String> after = rows();
        for (int i = 0; i < 300 && !after.equals(before); i++) {
            maker.get("/lots");
            after = rows();
        }
        // Then
        assertThat(after).isEqualTo(before);
    }

    private static void pooled(Plant refiner) {
        PoolScene pool = PoolScene.opened(refiner, "10", "AU");
        LotId withdrawn = Scene.lot();
        pool.run(PoolScene.in(pool.lot("5", "CN")), PoolScene.out(withdrawn, "6", "mass-balance"))
                .statusCode(201);
        pool.credit(withdrawn, pool.profileOf("AU"), "1").statusCode(201);
        pool.count(PoolScene.element("8")).statusCode(201);
        pool.close("2026-10", "2026-11").statusCode(201);
        pool.adjust("2026-10", PoolScene.element("1"), PoolScene.element("2")).statusCode(201);
    }

    @Test
    void the_accounts_hold_the_losses_of_every_statement_that_was_ever_recorded_here_and_not_corrected()
            throws SQLException {
        alerts(plant("DE", "manufacturer"));
        Map<String, BigInteger> stated = new TreeMap<>();
        Map<String, BigInteger> posted = new TreeMap<>();
        Map<String, BigInteger> running = new TreeMap<>();
        Map<String, BigInteger> all = new TreeMap<>();
        String transformations = " AND s.log_index IN (SELECT log_index FROM transformation)";
        String asStated = " AND NOT EXISTS (SELECT FROM redrawn r WHERE r.log_index = s.log_index)"
                + " AND NOT EXISTS (SELECT FROM correction c WHERE c.void AND c.corrected = s.log_index)";
        String losses = "SELECT element, sum(ug) FROM account_posting s WHERE kind IN ('loss', 'unaccounted')";
        try (Connection owner = TestDatabase.asOwner();
                Statement sql = owner.createStatement()) {
            ResultSet made =
                    sql.executeQuery("SELECT bytes FROM statement s WHERE kind = 'LotsTransformed'" + asStated);
            while (made.next()) {
                losses((LotsTransformed) io.lodestone.evidence.statement.Statement.parse(made.getBytes(1))
                                .body())
                        .forEach((element, ug) -> stated.merge(element, ug, BigInteger::add));
            }
            sums(sql, losses + transformations + asStated, posted);
            sums(sql, losses, all);
            sums(sql, "SELECT element, sum(loss_ug + unaccounted_ug) FROM account", running);
        }
        assertThat(posted).isEqualTo(stated).containsKey("Dy");
        running.values().removeIf(ug -> ug.signum() == 0);
        all.values().removeIf(ug -> ug.signum() == 0);
        assertThat(running).isEqualTo(all);
    }

    private static void sums(Statement sql, String query, Map<String, BigInteger> into) throws SQLException {
        ResultSet rows = sql.executeQuery(query + " GROUP BY element");
        while (rows.next()) {
            into.put(rows.getString(1), rows.getBigDecimal(2).toBigIntegerExact());
        }
    }

    private static Map<String, BigInteger> losses(LotsTransformed body) {
        Map<String, BigInteger> losses = new TreeMap<>();
        Drawn drawn = (Drawn) body.draw();
        for (int i = 0; i < body.outputs().size(); i++) {
            if (!body.outputs().get(i).kind().isLot()) {
                drawn.outputs()
                        .get(i)
                        .rowList()
                        .forEach(row -> losses.merge(
                                row.element().symbol(),
                                BigInteger.valueOf(row.mass().micrograms()),
                                BigInteger::add));
            }
        }
        return losses;
    }

    /** Something unaccounted for, alerted, closed by a wider limit and alerted again by a narrower one. */
    private static void alerts(Plant maker) {
        LotId lot = Scene.registered(maker, "30");
        maker.post(
                        "/transformations",
                        Scene.transformation(
                                        maker,
                                        "metal-making",
                                        "[{\"lot\":\"%s\",\"all\":true}]".formatted(lot),
                                        "[{\"kind\":\"product\",\"form\":\"metal\",\"massKg\":\"20\",\"openKg\":\"0\"},{\"kind\":\"unaccounted\"}]")
                                .replace("\"process\"", "\"step\":\"metal\",\"process\""))
                .statusCode(201);
        for (String least : new String[] {"20", "2"}) {
            maker.put(
                            "/accounts/limits",
                            "{\"facility\":\"%s\",\"element\":\"Dy\",\"share\":\"0.01\",\"leastKg\":\"%s\"}"
                                    .formatted(maker.facility(), least))
                    .statusCode(200);
        }
        maker.get("/alerts?kind=unaccounted&state=closed").body("items.size()", org.hamcrest.Matchers.equalTo(1));
        maker.get("/alerts?kind=unaccounted&state=open").body("items.size()", org.hamcrest.Matchers.equalTo(1));
    }

    private static void correctedAndWorkedOff(Plant maker, LotId lot) {
        String oxide = Scene.dysprosiumOxide(lot, maker, "1.2");
        maker.post("/corrections", """
            {"lot":"%s","reason":"reassay","eventTime":"2026-11-04T09:00:00.000+01:00",
             "replacement":{"massKg":"1.2",%s}}\
            """.formatted(
                                lot, oxide.substring(oxide.indexOf("\"material\""), oxide.length() - 1)))
                .statusCode(201);
        for (int i = 0; i < 300 && pending(maker, lot); i++) {
            LockSupport.parkNanos(100_000_000);
        }
    }

    private static boolean pending(Plant maker, LotId lot) {
        return maker.get("/lots/" + lot).extract().jsonPath().getBoolean("stale");
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

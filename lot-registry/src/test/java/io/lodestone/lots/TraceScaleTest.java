package io.lodestone.lots;

import static io.lodestone.lots.Scene.plant;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.kit.testing.TestDatabase;
import io.lodestone.lots.Scene.Plant;
import io.lodestone.lots.trace.app.Sweeper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A genealogy far larger than a page, written past the service. Lot k is made of 2k + 1, 2k + 2 and k + 1. */
@QuarkusTest
@QuarkusTestResource(CustodyResource.class)
class TraceScaleTest {

    private static final Logger LOG = Logger.getLogger(TraceScaleTest.class);

    private static final int ANCESTORS = Integer.getInteger("lodestone.test.ancestors", 4_000);

    /** Beyond what the feed of these tests reaches. */
    private static final long FIRST = 1_000_000;

    private static final String ID = "('01b00000-0000-7000-8000-' || lpad(to_hex(%s), 12, '0'))::uuid";
    private static final String ROOT = "01b00000-0000-7000-8000-000000000000";

    @Inject
    Sweeper sweeper;

    @AfterEach
    void remove() throws SQLException {
        // Without it, each statement that goes looks for its lots one by one.
        execute(
                "CREATE INDEX lot_by_index ON lot (log_index); DELETE FROM trace; DELETE FROM lot_party WHERE log_index >= %1$d;"
                        + " DELETE FROM transformation_input WHERE log_index >= %1$d;"
                        + " DELETE FROM transformation_output WHERE log_index >= %1$d;"
                        + " DELETE FROM transformation WHERE log_index >= %1$d; DELETE FROM lot WHERE log_index >= %1$d;"
                        + " DELETE FROM statement WHERE log_index >= %1$d; DROP INDEX lot_by_index");
    }

    private static void execute(String sql) throws SQLException {
        try (Connection owner = TestDatabase.asOwner();
                Statement statement = owner.createStatement()) {
            statement.execute(sql.formatted(FIRST));
        }
    }

    private static void seed(Plant maker) throws SQLException {
        String all = " FROM generate_series(0, " + ANCESTORS + ") AS k";
        String index = "%1$d + " + ANCESTORS + " - k";
        String party = "'" + maker.party() + "'::uuid";
        execute("INSERT INTO statement SELECT " + index + ", " + party + ", gen_random_uuid(), 'x',"
                + " sha256(k::text::bytea), ''::bytea, now()" + all
                + "; INSERT INTO lot SELECT " + ID.formatted("k") + ", 'oxide', 1000, 0, 2, " + party + ", " + party
                + ", " + party + ", 'CONSUMED', " + index + all
                + "; INSERT INTO lot_party SELECT " + ID.formatted("k") + ", " + party + ", " + index + all
                + "; INSERT INTO transformation SELECT " + index + ", " + party + ", 'blend', NULL" + all
                + " WHERE k + 1 <= " + ANCESTORS
                + "; INSERT INTO transformation_output SELECT " + index + ", 0, 'product', " + ID.formatted("k")
                + ", 1000" + all + " WHERE k + 1 <= " + ANCESTORS
                + "; INSERT INTO transformation_input SELECT DISTINCT ON (" + index + ", i) " + index
                + ", place, " + ID.formatted("i") + ", 1" + all
                + ", LATERAL (VALUES (0, 2 * k + 1), (1, 2 * k + 2), (2, k + 1)) AS e (place, i) WHERE i <= "
                + ANCESTORS);
    }

    @Test
    void each_of_many_ancestors_is_listed_exactly_once_over_all_pages() throws SQLException {
        // Given
        Plant maker = plant("DE", "manufacturer");
        seed(maker);
        for (int i = 0; i < 20; i++) {
            // So that what is timed below is the work and not the loading of classes.
            maker.get("/lots/" + Scene.registered(maker, "1") + "/upstream").statusCode(200);
        }
        List<String> listed = new ArrayList<>();
        List<Integer> depths = new ArrayList<>();
        // When
        long served = 0;
        String next = "";
        while (next != null) {
            Response answer = maker.asking()
                    .get("/lots/" + ROOT + "/upstream?limit=" + (next.isEmpty() ? "50" : "1000&cursor=" + next));
            served += answer.time();
            if (next.isEmpty()) {
                LOG.infof("first page after %d ms", served);
            }
            listed.addAll(answer.path("items.lot"));
            depths.addAll(answer.path("items.depth"));
            next = answer.path("next");
        }
        LOG.infof("%d lots after %d ms", listed.size(), served);
        // Then
        assertThat(listed).hasSize(ANCESTORS);
        Set<String> distinct = new HashSet<>(listed);
        assertThat(distinct).hasSize(ANCESTORS).doesNotContain(ROOT);
        assertThat(depths).isSorted();
    }

    @Test
    void the_csv_has_each_ancestor_and_a_head() throws SQLException {
        Plant maker = plant("DE", "manufacturer");
        seed(maker);
        Instant start = Instant.now();
        String csv =
                maker.asking().get("/lots/" + ROOT + "/upstream?format=csv").asString();
        LOG.infof("csv of %d characters after %s", csv.length(), Duration.between(start, Instant.now()));
        assertThat(csv.split("\r\n")).hasSize(ANCESTORS + 1).doesNotHaveDuplicates();
    }

    @Test
    void a_walk_that_nobody_asked_for_in_an_hour_is_forgotten() throws SQLException {
        Plant maker = plant("DE", "manufacturer");
        seed(maker);
        String path = "/lots/" + ROOT + "/upstream?limit=1";
        String next = maker.get(path).extract().path("next");
        sweptAfter(59);
        maker.get(path + "&cursor=" + next).statusCode(200);
        sweptAfter(61);
        maker.get(path + "&cursor=" + next).statusCode(404);
        maker.get(path).statusCode(200);
    }

    private void sweptAfter(int minutes) {
        int forgotten = sweeper.sweep(Instant.now().plus(Duration.ofMinutes(minutes)))
                .await()
                .atMost(Duration.ofSeconds(5));
        assertThat(forgotten).isEqualTo(minutes > 60 ? 1 : 0);
    }
}

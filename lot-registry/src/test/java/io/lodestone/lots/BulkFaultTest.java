package io.lodestone.lots;

import static io.lodestone.lots.Scene.plant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import io.lodestone.evidence.statement.LotId;
import io.lodestone.kit.testing.TestDatabase;
import io.lodestone.lots.Scene.Plant;
import io.lodestone.lots.StandInCustody.Mood;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CustodyResource.class)
class BulkFaultTest {

    @AfterEach
    void custody_is_well_again() {
        StandIn.mood(Mood.WELL);
    }

    /** Lots, then for each of the first ones a split that builds on it. */
    private static List<String> lotsAndSplits(Plant maker, String document, int lots) {
        List<String> items = new ArrayList<>(Items.lots(maker, document, lots));
        for (int i = 0; i < 20; i++) {
            items.add(Items.item(
                    document,
                    "S" + i,
                    "transformation",
                    Scene.transformation(
                            maker,
                            "split",
                            "[{\"key\":%s,\"all\":true}]".formatted(Items.key(document, String.valueOf(i))),
                            "[{\"kind\":\"product\",\"form\":\"oxide\"}]")));
        }
        return items;
    }

    /** Sends them again, as a caller does, while any of them still waits for its answer. */
    private static ValidatableResponse decided(Plant maker, List<String> items) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(40));
        ValidatableResponse answer = Items.post(maker, items);
        while (answer.extract().<List<Integer>>path("results.status").contains(202)) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(200);
            answer = Items.post(maker, items);
        }
        return answer;
    }

    private static void finished(Plant maker, String document, String item) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(40));
        String state = "";
        while (!state.equals("ACCEPTED")) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(200);
            state = maker.asking()
                    .queryParams(JsonPath.from(Items.key(document, item)).getMap(""))
                    .get("/sources")
                    .path("statement.state");
        }
    }

    @Test
    void with_custody_away_in_the_middle_everything_is_kept_and_finished_without_being_asked()
            throws InterruptedException {
        Plant maker = plant("DE", "manufacturer");
        List<String> items = lotsAndSplits(maker, "A", 300);
        StandIn.mood(Mood.AWAY_AFTER_A_BULK);
        String answer = Items.post(maker, items)
                .statusCode(200)
                .body("refused", equalTo(0))
                .body("notTaken", equalTo(0))
                .extract()
                .asString();
        // The first chunk was decided, but its effect could not be read any more.
        JsonPath first = JsonPath.from(answer);
        assertThat(first.getList("results.status")).containsOnly(202);
        assertThat(first.getString("results[0].statement.state")).isEqualTo("ACCEPTED");
        assertThat(first.getString("results[319].statement.state")).isEqualTo("QUEUED");
        StandIn.mood(Mood.WELL);
        finished(maker, "A", "S19");
        Items.post(maker, items).body("results.status", everyItem(equalTo(200)));
        assertThat(JsonPath.from(Items.post(maker, items).extract().asString()).getList("results.statement.id"))
                .isEqualTo(first.getList("results.statement.id"));
    }

    @Test
    void a_full_custody_service_takes_a_part_and_the_rest_follows_in_its_order() {
        Plant maker = plant("DE", "manufacturer");
        List<String> items = lotsAndSplits(maker, "F", 40);
        StandIn.mood(Mood.FULL_AFTER_TEN);
        String answer =
                Items.post(maker, items).body("refused", equalTo(0)).extract().asString();
        assertThat(JsonPath.from(answer).getList("results.status"))
                .startsWith(201, 201, 201)
                .endsWith(202, 202);
        StandIn.mood(Mood.WELL);
        // Whoever asks again need not wait for the relay, unless it is sending just then.
        Instant end = Instant.now().plus(Duration.ofSeconds(40));
        JsonPath again;
        do {
            assertThat(Instant.now()).isBefore(end);
            again = JsonPath.from(Items.post(maker, items).extract().asString());
            assertThat(again.getList("results.status")).isSubsetOf(200, 202);
        } while (again.getInt("accepted") < 60);
    }

    @Test
    void what_was_decided_but_not_answered_is_not_done_twice() throws InterruptedException {
        Plant maker = plant("DE", "manufacturer");
        List<String> items = lotsAndSplits(maker, "N", 30);
        StandIn.mood(Mood.DECIDES_BUT_DOES_NOT_ANSWER);
        Items.post(maker, items).body("results.status", everyItem(equalTo(202)));
        StandIn.mood(Mood.WELL);
        decided(maker, items).body("results.status", everyItem(equalTo(200)));
        // Each of the twenty was split once: it, and no other, has a second version and none has a third.
        maker.get("/lots?limit=200")
                .body("items.size()", equalTo(50))
                .body("items.findAll { it.lotVersion == 2 }.size()", equalTo(20))
                .body("items.findAll { it.lotVersion > 2 }.size()", equalTo(0));
    }

    @Test
    void what_was_kept_and_never_sent_is_finished_after_its_lease() throws SQLException, InterruptedException {
        Plant maker = plant("DE", "manufacturer");
        List<String> items = lotsAndSplits(maker, "K", 30);
        StandIn.mood(Mood.AWAY);
        Items.post(maker, items).body("queued", equalTo(50));
        // As a process leaves them that ends between keeping and sending: leased, and nobody there.
        try (Connection owner = TestDatabase.asOwner();
                var update = owner.prepareStatement(
                        "UPDATE outbox SET due_at = now() + interval '4 s' WHERE actor = ? AND state = 'QUEUED'")) {
            update.setObject(1, maker.party().value().value());
            assertThat(update.executeUpdate()).isEqualTo(50);
        }
        StandIn.mood(Mood.WELL);
        Items.post(maker, items).body("queued", equalTo(50)).body("results.repeated", everyItem(equalTo(true)));
        finished(maker, "K", "S19");
        Items.post(maker, items).body("accepted", equalTo(50));
    }

    @Test
    void away_nothing_is_refused_for_the_ledger_s_state_and_what_cannot_be_kept_says_so() {
        Plant maker = plant("DE", "manufacturer");
        LotId lot = Scene.registered(maker, "1");
        StandIn.mood(Mood.AWAY);
        String split = Scene.transformation(
                maker,
                "split",
                "[{\"lot\":\"" + lot + "\",\"consumedKg\":\"2\"}]",
                "[{\"kind\":\"product\",\"form\":\"oxide\"}]");
        Items.post(
                        maker,
                        List.of(
                                Items.item("W", "1", "transformation", split),
                                Items.lots(maker, "W", 1).get(0)))
                .header("Retry-After", equalTo("1"))
                .body("results.status", equalTo(List.of(503, 202)))
                .body("notTaken", equalTo(1));
    }

    @Test
    void two_who_bring_the_same_at_once_make_each_once() {
        Plant maker = plant("CN", "refiner");
        List<String> items = Items.lots(maker, "T", 400);
        List<CompletableFuture<String>> both = List.of(
                CompletableFuture.supplyAsync(
                        () -> Items.post(maker, items).extract().asString()),
                CompletableFuture.supplyAsync(
                        () -> Items.post(maker, items).extract().asString()));
        JsonPath one = JsonPath.from(both.get(0).join());
        JsonPath other = JsonPath.from(both.get(1).join());
        assertThat(one.getInt("refused") + other.getInt("refused")).isZero();
        assertThat(one.getList("results.statement.id")).isEqualTo(other.getList("results.statement.id"));
        Items.post(maker, items).body("accepted", equalTo(400));
    }
}

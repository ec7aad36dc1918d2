package io.lodestone.lots;

import static io.lodestone.lots.Scene.plant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.StatementId;
import io.lodestone.lots.Scene.Plant;
import io.lodestone.lots.StandInCustody.Mood;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CustodyResource.class)
class OutboxTest {

    @AfterEach
    void custody_is_well_again() {
        StandIn.mood(Mood.WELL);
    }

    private static void await(Plant plant, StatementId id, String state) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        String path = "/statements/" + id;
        while (!state.equals(plant.get(path).extract().path("state"))) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(200);
        }
    }

    @Test
    void the_same_id_has_one_answer_and_one_request() {
        Plant maker = plant("CN", "refiner");
        StatementId key = Scene.key();
        String body = Scene.dysprosiumOxide(Scene.lot(), maker, "1");
        String first = maker.post("/lots", key, body).statusCode(201).extract().asString();
        int posts = StandIn.posts();
        assertThat(maker.post("/lots", key, body).statusCode(201).extract().asString())
                .isEqualTo(first);
        assertThat(StandIn.posts()).isEqualTo(posts);
        maker.post("/lots", key, body.replace("\"massKg\":\"1\"", "\"massKg\":\"2\""))
                .statusCode(409)
                .body("type", equalTo(Scene.problem("statement-id-reused")));
        maker.post("/facilities", key, "{\"country\":\"CN\",\"name\":\"Other\"}")
                .statusCode(409)
                .body("type", equalTo(Scene.problem("statement-id-reused")));
    }

    @Test
    void with_the_custody_service_away_a_lot_waits_and_is_finished_without_being_asked() throws InterruptedException {
        Plant maker = plant("DE", "manufacturer");
        LotId lot = Scene.lot();
        StatementId key = Scene.key();
        String body = Scene.dysprosiumOxide(lot, maker, "1");
        StandIn.mood(Mood.AWAY);
        maker.post("/lots", key, body)
                .statusCode(202)
                .header("Location", containsString("/statements/" + key))
                .body("statement.state", equalTo("QUEUED"))
                .body("statement.index", nullValue());
        maker.get("/lots/" + lot).body("state", equalTo("PENDING"));
        maker.get("/lots?state=PENDING").body("items.lot", contains(lot.toString()));
        maker.get("/statements/" + key).body("state", equalTo("QUEUED"));
        maker.post("/lots", key, body).statusCode(202);
        // When it is back
        StandIn.mood(Mood.WELL);
        await(maker, key, "ACCEPTED");
        maker.get("/lots/" + lot).body("state", equalTo("RECORDED"));
        maker.post("/lots", key, body).statusCode(201).body("lot", equalTo(lot.toString()));
        maker.get("/lots?state=PENDING").body("items.size()", equalTo(0));
    }

    @Test
    void what_was_decided_but_not_answered_is_found_again_and_not_done_twice() throws InterruptedException {
        Plant maker = plant("DE", "manufacturer");
        LotId lot = Scene.lot();
        StatementId key = Scene.key();
        String body = Scene.dysprosiumOxide(lot, maker, "1");
        StandIn.mood(Mood.DECIDES_BUT_DOES_NOT_ANSWER);
        maker.post("/lots", key, body).statusCode(202);
        // The feed has it already: the lot is there before its answer is.
        maker.get("/lots/" + lot).body("state", equalTo("RECORDED")).body("lotVersion", equalTo(1));
        StandIn.mood(Mood.WELL);
        await(maker, key, "ACCEPTED");
        maker.post("/lots", key, body).statusCode(201);
        maker.get("/lots/" + lot).body("lotVersion", equalTo(1));
    }

    @Test
    void accepted_but_not_fed_yet_is_still_underway_and_the_lot_no_input() {
        Plant maker = plant("DE", "manufacturer");
        LotId lot = Scene.lot();
        StatementId key = Scene.key();
        String body = Scene.dysprosiumOxide(lot, maker, "1");
        // Asked once while away, so that it is kept; then decided while the feed is still away.
        StandIn.mood(Mood.AWAY);
        maker.post("/lots", key, body).statusCode(202);
        StandIn.mood(Mood.FEED_AWAY);
        maker.post("/lots", key, body).statusCode(202).body("statement.state", equalTo("ACCEPTED"));
        maker.get("/lots/" + lot).body("state", equalTo("PENDING"));
        StandIn.mood(Mood.WELL);
        maker.post("/lots", key, body).statusCode(201);
    }

    @Test
    void without_the_custody_service_nothing_is_refused_for_the_ledger_s_state() {
        Plant maker = plant("DE", "manufacturer");
        LotId lot = Scene.lot();
        StandIn.mood(Mood.AWAY);
        maker.post("/lots", Scene.dysprosiumOxide(lot, maker, "1")).statusCode(202);
        maker.post(
                        "/transformations",
                        Scene.transformation(
                                maker,
                                "split",
                                "[{\"lot\":\"%s\",\"consumedKg\":\"1\"}]".formatted(lot),
                                "[{\"kind\":\"product\",\"form\":\"oxide\"}]"))
                .statusCode(503)
                .body("type", equalTo(Scene.problem("unavailable")));
    }

    @Test
    void a_refusal_of_the_custody_service_is_kept_and_repeated() throws InterruptedException {
        Plant maker = plant("DE", "manufacturer");
        Plant other = plant("DE", "manufacturer");
        LotId lot = Scene.lot();
        StatementId key = Scene.key();
        String body = Scene.dysprosiumOxide(lot, maker, "1");
        StandIn.mood(Mood.AWAY);
        maker.post("/lots", key, body).statusCode(202);
        other.post("/lots", Scene.dysprosiumOxide(lot, other, "1")).statusCode(202);
        StandIn.mood(Mood.WELL);
        await(maker, key, "ACCEPTED");
        other.get("/lots?state=REFUSED");
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (!"REFUSED".equals(other.get("/lots/" + lot).extract().path("state"))) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(200);
        }
        other.get("/lots/" + lot).body("refusal", equalTo("lot-exists"));
        maker.get("/lots/" + lot).body("state", equalTo("RECORDED"));
    }
}

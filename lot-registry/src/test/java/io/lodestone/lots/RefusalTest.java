package io.lodestone.lots;

import static io.lodestone.lots.Scene.plant;
import static org.hamcrest.Matchers.equalTo;

import io.lodestone.evidence.statement.LotId;
import io.lodestone.lots.Scene.Plant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(CustodyResource.class)
class RefusalTest {

    private static String inputs(LotId lot, String kg) {
        return "[{\"lot\":\"%s\",\"consumedKg\":\"%s\"}]".formatted(lot, kg);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3  | [{"kind":"product","form":"oxide"}]                                                  | consumes-more-than-left
            1  | [{"kind":"product","form":"oxide","massKg":"1.5"}]                                   | mass-not-conserved
            1  | [{"kind":"product","form":"oxide","massKg":"1","openKg":"0.9"}]                      | open-mass-not-conserved
            1  | [{"kind":"product","form":"metal","massKg":"0.5","openKg":"0","elements":[{"element":"Nd","massKg":"0.5"}]},{"kind":"loss"}] | element-not-in-inputs
            """)
    void what_does_not_add_up_is_refused_with_its_own_code(String kg, String outputs, String slug) {
        Plant maker = plant("DE", "manufacturer");
        LotId lot = Scene.registered(maker, "2");
        maker.post("/transformations", Scene.transformation(maker, "split", inputs(lot, kg), outputs))
                .statusCode(422)
                .body("type", equalTo(Scene.problem(slug)));
    }

    @Test
    void a_lot_that_is_consumed_cannot_be_used() {
        Plant maker = plant("DE", "manufacturer");
        LotId lot = Scene.registered(maker, "2");
        String all = "[{\"lot\":\"%s\",\"all\":true}]".formatted(lot);
        String body = Scene.transformation(maker, "split", all, "[{\"kind\":\"product\",\"form\":\"oxide\"}]");
        maker.post("/transformations", body).statusCode(201);
        maker.post("/transformations", body).statusCode(409).body("type", equalTo(Scene.problem("lot-consumed")));
    }

    @Test
    void a_lot_id_is_used_once() {
        Plant maker = plant("DE", "manufacturer");
        LotId lot = Scene.registered(maker, "2");
        maker.post("/lots", Scene.dysprosiumOxide(lot, maker, "3"))
                .statusCode(409)
                .body("type", equalTo(Scene.problem("lot-exists")));
    }

    @Test
    void components_may_not_weigh_more_than_the_lot() {
        Plant maker = plant("DE", "manufacturer");
        maker.post(
                        "/lots",
                        Scene.oxide(
                                Scene.lot(), maker, "1", "CN", "\"substance\":\"Dy2O3\",\"massKg\":\"1.000000001\""))
                .statusCode(422)
                .body("type", equalTo(Scene.problem("composition-exceeds-mass")))
                .body("field", equalTo("body.material"));
    }

    @Test
    void a_facility_has_to_be_ones_own() {
        Plant maker = plant("DE", "manufacturer");
        Plant other = plant("DE", "manufacturer");
        maker.post("/lots", Scene.dysprosiumOxide(Scene.lot(), other, "1"))
                .statusCode(422)
                .body("type", equalTo(Scene.problem("facility-unknown")));
    }

    @Test
    void only_the_registrar_admits_and_nobody_twice() {
        Plant maker = plant("DE", "manufacturer");
        String body = "{\"party\":\"%s\",\"country\":\"DE\",\"name\":\"X\"}".formatted(maker.party());
        maker.post("/parties", body).statusCode(403).body("type", equalTo(Scene.problem("role-missing")));
        Scene.registrar()
                .body(body)
                .post("/parties")
                .then()
                .statusCode(409)
                .body("type", equalTo(Scene.problem("party-exists")));
    }

    @Test
    void an_event_in_the_future_is_refused() {
        Plant maker = plant("DE", "manufacturer");
        maker.post("/lots", Scene.dysprosiumOxide(Scene.lot(), maker, "1").replace("2026-11-02", "2099-11-02"))
                .statusCode(422)
                .body("type", equalTo(Scene.problem("time-in-future")));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 422, mass-not-positive",
        "-1, 422, mass-not-positive",
        "1.0000000001, 422, mass-too-precise",
        "1000000000.000000001, 422, mass-too-large",
        "1e999999999, 400, malformed",
        "1 , 201, ",
    })
    void masses_have_bounds(String kg, int status, String slug) {
        Plant maker = plant("DE", "manufacturer");
        var reply = maker.post("/lots", Scene.dysprosiumOxide(Scene.lot(), maker, kg));
        reply.statusCode(status);
        if (slug != null) {
            reply.body("type", equalTo(Scene.problem(slug))).body("field", equalTo("massKg"));
        }
    }

    @Test
    void bodies_are_read_strictly() {
        Plant maker = plant("DE", "manufacturer");
        String good = Scene.dysprosiumOxide(Scene.lot(), maker, "1");
        maker.post("/lots", good.replace("\"form\"", "\"colour\":\"red\",\"form\""))
                .statusCode(400)
                .body("type", equalTo(Scene.problem("unknown-field")))
                .body("field", equalTo("colour"));
        maker.post("/lots", good.replace("\"massKg\":\"1\"", "\"massKg\":1e999999999"))
                .statusCode(400);
        maker.post("/lots", good.replace("\"form\":\"oxide\",", ""))
                .statusCode(400)
                .body("type", equalTo(Scene.problem("missing-field")));
        maker.post("/lots", good.replace("Dy2O3", "Xx2O3"))
                .statusCode(400)
                .body("field", equalTo("material[0].substance"));
        maker.post("/lots", "not json").statusCode(400);
        maker.post("/lots", good + " ".repeat(1_153_434))
                .statusCode(413)
                .body("type", equalTo(Scene.problem("too-large")));
        maker.asking()
                .header("Idempotency-Key", "1")
                .contentType("application/json")
                .body(good)
                .post("/lots")
                .then()
                .statusCode(400)
                .body("field", equalTo("Idempotency-Key"));
    }
}

package io.lodestone.lots;

import static io.lodestone.lots.Scene.plant;
import static org.hamcrest.Matchers.equalTo;

import io.lodestone.evidence.statement.LotId;
import io.lodestone.lots.Scene.Plant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Material that cannot be: each is refused with its own reason, and what only looks like it is accepted. */
@QuarkusTest
@QuarkusTestResource(CustodyResource.class)
class UnsoundTest {

    private static String all(LotId lot) {
        return "[{\"lot\":\"" + lot + "\",\"all\":true}]";
    }

    @Test
    void the_parts_of_a_split_do_not_exceed_the_whole_by_a_microgram() {
        Plant maker = plant("DE", "manufacturer");
        LotId lot = Scene.registered(maker, "2");
        String parts = "[{\"kind\":\"product\",\"form\":\"oxide\",\"massKg\":\"1\"},"
                + "{\"kind\":\"product\",\"form\":\"oxide\",\"massKg\":\"1.000000001\"}]";
        maker.post("/transformations", Scene.transformation(maker, "split", all(lot), parts))
                .statusCode(422)
                .body("type", equalTo(Scene.problem("mass-not-conserved")))
                .body("field", equalTo("body.outputs[1].massUg"));
        maker.post(
                        "/transformations",
                        Scene.transformation(maker, "split", all(lot), parts.replace("1.000000001", "1")))
                .statusCode(201);
    }

    @Test
    void a_blend_is_of_one_to_a_thousand_lots() {
        Plant maker = plant("DE", "manufacturer");
        String outputs = "[{\"kind\":\"product\",\"form\":\"oxide\"}]";
        maker.post("/transformations", Scene.transformation(maker, "blend", "[]", outputs))
                .statusCode(400)
                .body("field", equalTo("inputs"));
        String many = IntStream.range(0, 1_001)
                .mapToObj(i -> "{\"lot\":\"" + Scene.lot() + "\",\"all\":true}")
                .collect(Collectors.joining(",", "[", "]"));
        maker.post("/transformations", Scene.transformation(maker, "blend", many, outputs))
                .statusCode(413)
                .body("type", equalTo(Scene.problem("too-large")))
                .body("field", equalTo("inputs"));
    }

    @Test
    void dysprosium_does_not_come_from_neodymium() {
        Plant maker = plant("DE", "manufacturer");
        LotId lot = Scene.lot();
        maker.post("/lots", Scene.oxide(lot, maker, "1", "AU", "\"substance\":\"Nd2O3\",\"fraction\":\"0.99\""))
                .statusCode(201);
        String outputs = "[{\"kind\":\"product\",\"form\":\"metal\",\"massKg\":\"0.5\",\"elements\":"
                + "[{\"element\":\"Dy\",\"massKg\":\"0.5\"}]},{\"kind\":\"loss\"}]";
        maker.post("/transformations", Scene.transformation(maker, "calcination", all(lot), outputs))
                .statusCode(422)
                .body("type", equalTo(Scene.problem("element-not-in-inputs")))
                .body("detail", equalTo("Dy is in none of the inputs"));
    }

    /** 1 kg Dy2O3 (372.997) becomes DyF3 (2 x 219.494): fluorine for oxygen is open mass, and no dysprosium is gained. */
    @Test
    void a_fluoride_weighs_more_than_its_oxide() {
        Plant maker = plant("CN", "manufacturer");
        LotId lot = Scene.lot();
        maker.post("/lots", Scene.oxide(lot, maker, "1", "CN", "\"substance\":\"Dy2O3\",\"massKg\":\"1\""))
                .statusCode(201);
        String outputs = "[{\"kind\":\"product\",\"form\":\"fluoride\",\"massKg\":\"1.1769\"}]";
        String body = Scene.transformation(maker, "calcination", all(lot), outputs);
        maker.post("/transformations", body).statusCode(422).body("type", equalTo(Scene.problem("mass-not-conserved")));
        maker.post("/transformations", body.replace("\"inputs\"", "\"openGainKg\":\"0.1769\",\"inputs\""))
                .statusCode(201)
                .body("outputs[0].massKg", equalTo("1.1769"))
                .body("outputs[0].elements[0].kg", equalTo("0.87132068"));
    }

    @Test
    void a_coating_adds_its_own_mass() {
        Plant maker = plant("DE", "manufacturer");
        LotId lot = Scene.registered(maker, "1");
        String outputs = "[{\"kind\":\"product\",\"form\":\"magnet\",\"massKg\":\"1.0306\"}]";
        maker.post(
                        "/transformations",
                        Scene.transformation(maker, "coating", all(lot), outputs)
                                .replace("\"inputs\"", "\"openGainKg\":\"0.0306\",\"inputs\""))
                .statusCode(201)
                .body("openGainKg", equalTo("0.0306"));
    }

    @Test
    void a_facility_lies_in_a_country_that_exists() {
        Plant maker = plant("DE", "manufacturer");
        maker.post("/facilities", "{\"country\":\"XX\",\"name\":\"Nowhere\"}")
                .statusCode(400)
                .body("field", equalTo("country"))
                .body("detail", org.hamcrest.Matchers.containsString("ISO 3166-1"));
    }

    @Test
    void nothing_happens_in_the_future() {
        Plant maker = plant("DE", "manufacturer");
        LotId lot = Scene.registered(maker, "1");
        maker.post(
                        "/transformations",
                        Scene.transformation(maker, "split", all(lot), "[{\"kind\":\"product\",\"form\":\"oxide\"}]")
                                .replace("2026-11-03", "2096-11-03"))
                .statusCode(422)
                .body("type", equalTo(Scene.problem("time-in-future")))
                .body("field", equalTo("body.eventTime"));
    }

    @Test
    void no_lot_is_made_of_itself() {
        Plant maker = plant("DE", "manufacturer");
        LotId lot = Scene.registered(maker, "1");
        LotId next = Scene.lot();
        String itself = "[{\"kind\":\"product\",\"form\":\"oxide\",\"lot\":\"" + lot + "\"}]";
        maker.post("/transformations", Scene.transformation(maker, "split", all(lot), itself))
                .statusCode(409)
                .body("type", equalTo(Scene.problem("lot-exists")));
        maker.post(
                        "/transformations",
                        Scene.transformation(maker, "split", all(lot), itself.replace(lot.toString(), next.toString())))
                .statusCode(201);
        maker.post("/transformations", Scene.transformation(maker, "split", all(next), itself))
                .statusCode(409)
                .body("type", equalTo(Scene.problem("lot-exists")));
    }
}

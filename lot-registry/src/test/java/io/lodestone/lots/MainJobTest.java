package io.lodestone.lots;

import static io.lodestone.lots.Scene.plant;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.lodestone.evidence.statement.LotId;
import io.lodestone.kit.testing.TestTokens;
import io.lodestone.lots.Scene.Plant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CustodyResource.class)
class MainJobTest {

    @Test
    void a_dysprosium_oxide_lot_has_the_figures_of_the_worked_example() {
        Plant refiner = plant("CN", "refiner");
        LotId lot = Scene.lot();
        // 26.971465 kg Dy2O3 in the lot; 23.500795247 kg of that is dysprosium.
        refiner.post("/lots", Scene.dysprosiumOxide(lot, refiner, "27.107"))
                .statusCode(201)
                .header("Location", containsString("/lots/" + lot))
                .body("lot", equalTo(lot.toString()))
                .body("lotVersion", equalTo(1))
                .body("statement.state", equalTo("ACCEPTED"))
                .body("statement.index", notNullValue())
                .body("massKg", equalTo("27.107"))
                .body("elements[0].element", equalTo("Dy"))
                .body("elements[0].kg", equalTo("23.500795247"));
        refiner.get("/lots/" + lot)
                .statusCode(200)
                .body("state", equalTo("RECORDED"))
                .body("standing", equalTo("HELD"))
                .body("holder", equalTo(refiner.party().toString()))
                .body("remainingKg", equalTo("27.107"));
        refiner.get("/lots/" + lot + "/origin")
                .statusCode(200)
                .body("elements[0].origins[0].share", equalTo("1.000000"))
                .body("elements[0].origins[0].steps.step", contains("mined", "separated"))
                .body(
                        "elements[0].origins[0].steps.countries",
                        contains(java.util.List.of("CN"), java.util.List.of("CN")));
        String origin = RestAssured.given()
                .header("Authorization", refiner.bearer())
                .get("/lots/" + lot + "/origin")
                .asString();
        org.assertj.core.api.Assertions.assertThat(origin)
                .doesNotContain("operator")
                .doesNotContain("Works");
    }

    @Test
    void metal_is_made_of_part_of_a_lot_and_the_last_output_takes_the_rest() {
        Plant maker = plant("JP", "manufacturer");
        LotId oxide = Scene.registered(maker, "27.107");
        LotId metal = Scene.lot();
        String inputs = "[{\"lot\":\"%s\",\"consumedKg\":\"27.106842\"}]".formatted(oxide);
        String outputs =
                "[{\"lot\":\"%s\",\"kind\":\"product\",\"form\":\"metal\",\"massKg\":\"22.560632\",\"openKg\":\"0\"},{\"kind\":\"loss\"}]"
                        .formatted(metal);
        String body = Scene.transformation(maker, "metal-making", inputs, outputs)
                .replace("\"process\"", "\"step\":\"metal\",\"process\"");
        String id = maker.post("/transformations", body)
                .statusCode(201)
                .body("inputs[0].remainingKg", equalTo("0.000158"))
                .body("inputs[0].lotVersion", equalTo(2))
                .body("outputs[0].lot", equalTo(metal.toString()))
                .body("outputs[0].elements[0].kg", equalTo("22.560632"))
                .body("outputs[1].kind", equalTo("loss"))
                .body("outputs[1].lot", nullValue())
                .body("outputs[1].massKg", equalTo("4.54621"))
                .extract()
                .path("statement.id");
        maker.get("/transformations/" + id).statusCode(200).body("step", equalTo("metal"));
        maker.get("/lots/" + metal + "/origin")
                .body("elements[0].origins[0].steps.step", contains("mined", "separated", "metal"));
        maker.get("/lots/" + metal + "/genealogy")
                .body("made", equalTo("metal-making"))
                .body("inputs[0].lot", equalTo(oxide.toString()))
                .body("inputs[0].consumedKg", equalTo("27.106842"))
                .body("inputs[0].made", equalTo("registered"))
                .body("inputs[0].inputs", empty());
        maker.get("/lots?form=metal")
                .body("items.lot", contains(metal.toString()))
                .body("next", nullValue());
    }

    @Test
    void ids_that_are_not_given_are_made_and_stay_the_same_on_a_retry() {
        Plant maker = plant("DE", "manufacturer");
        LotId lot = Scene.registered(maker, "3");
        var key = Scene.key();
        String body = Scene.transformation(
                maker,
                "split",
                "[{\"lot\":\"%s\",\"all\":true}]".formatted(lot),
                "[{\"kind\":\"product\",\"form\":\"oxide\",\"massKg\":\"1\"},{\"kind\":\"product\",\"form\":\"oxide\"}]");
        String first = maker.post("/transformations", key, body)
                .statusCode(201)
                .extract()
                .asString();
        String second = maker.post("/transformations", key, body)
                .statusCode(201)
                .extract()
                .asString();
        org.assertj.core.api.Assertions.assertThat(second).isEqualTo(first);
        maker.get("/lots/" + lot).body("standing", equalTo("CONSUMED"));
        maker.get("/lots?limit=1&form=oxide").body("items", hasSize(1)).body("next", notNullValue());
        String next = maker.get("/lots?limit=1").extract().path("next");
        maker.get("/lots?limit=2&cursor=" + next)
                .body("items", hasSize(2))
                .body("items.lot", not(hasItem(lot.toString())));
        maker.get("/lots?state=CONSUMED").body("items.lot", contains(lot.toString()));
    }

    @Test
    void an_assay_makes_a_new_version_and_can_be_relied_on() {
        Plant maker = plant("DE", "manufacturer");
        LotId lot = Scene.registered(maker, "2");
        String assay = maker.post("/lots/" + lot + "/assays", """
                        {"basis":"oxide","stage":"final","sampled":"as-is","method":"ICP-OES","laboratoryName":"Lab","eventTime":"2026-11-03T09:00:00.000Z",
                         "results":[{"substance":"Dy2O3","fraction":"0.994","uncertainty":"0.001","coverageFactor":"2"}]}""")
                .statusCode(201)
                .body("lotVersion", equalTo(2))
                .extract()
                .path("assay");
        maker.post(
                        "/transformations",
                        Scene.transformation(
                                maker,
                                "split",
                                "[{\"lot\":\"%s\",\"consumedKg\":\"1\",\"assay\":\"%s\"}]".formatted(lot, assay),
                                "[{\"kind\":\"product\",\"form\":\"oxide\"}]"))
                .statusCode(201)
                .body("inputs[0].lotVersion", equalTo(3));
    }

    @Test
    void a_dossier_is_for_services_and_one_party() {
        Plant maker = plant("DE", "manufacturer");
        Plant other = plant("DE", "manufacturer");
        LotId lot = Scene.registered(maker, "2");
        var service = TestTokens.service("certificate-service").bearer();
        RestAssured.given()
                .header("Authorization", service)
                .get("/dossiers/" + lot + "?party=" + maker.party())
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .body("state", equalTo("HELD"))
                .body("massUg", equalTo("2000000000"))
                .body("vector.type", equalTo("lodestone-vector"))
                .body("profiles", hasSize(1))
                .body("profiles[0].type", equalTo("lodestone-profile"));
        RestAssured.given()
                .header("Authorization", service)
                .get("/dossiers/" + lot + "?party=" + other.party())
                .then()
                .statusCode(404);
        maker.get("/dossiers/" + lot + "?party=" + maker.party()).statusCode(403);
    }

    @Test
    void what_belongs_to_another_party_is_not_there() {
        Plant maker = plant("DE", "manufacturer");
        Plant other = plant("JP", "manufacturer");
        LotId lot = Scene.registered(maker, "2");
        for (String path : new String[] {"", "/origin", "/genealogy"}) {
            other.get("/lots/" + lot + path).statusCode(404).body("type", equalTo(Scene.problem("not-found")));
        }
        other.get("/facilities/" + maker.facility()).statusCode(404);
        other.get("/parties/" + maker.party())
                .statusCode(200)
                .body("name", nullValue())
                .body("country", equalTo("DE"));
        maker.get("/parties/" + maker.party()).body("name", notNullValue());
        other.get("/lots").body("items", empty());
        other.post(
                        "/transformations",
                        Scene.transformation(
                                other,
                                "split",
                                "[{\"lot\":\"%s\",\"consumedKg\":\"9\"}]".formatted(lot),
                                "[{\"kind\":\"product\",\"form\":\"oxide\"}]"))
                .statusCode(422)
                .body("type", equalTo(Scene.problem("not-holder")));
    }
}

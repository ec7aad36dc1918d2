package io.lodestone.lots;

import static io.lodestone.lots.Scene.plant;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.lodestone.evidence.statement.LotId;
import io.lodestone.lots.Scene.Plant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** What is measured of an output is held against the book, and booked where it is less. */
@QuarkusTest
@QuarkusTestResource(CustodyResource.class)
class MeasuredTest {

    /** 1 kg: 600 g Dy, 300 g Nd, 100 g open. */
    private static LotId lot(Plant plant) {
        LotId lot = Scene.lot();
        String profile = ",\"profile\":{\"recycled\":\"none\",\"steps\":[{\"step\":\"mined\",\"countries\":[\"CN\"],"
                + "\"ownership\":[\"CN\"],\"technology\":[\"CN\"]}]}}";
        String body = Scene.oxide(lot, plant, "1", "CN", "\"substance\":\"Dy\",\"massKg\":\"0.6\"")
                .replace("\"form\":\"oxide\"", "\"form\":\"mixed\"")
                .replace("\"material\":[", "\"material\":[{\"substance\":\"Nd\",\"massKg\":\"0.3\"" + profile + ",");
        plant.post("/lots", body).statusCode(201);
        return lot;
    }

    private static String all(LotId lot) {
        return "[{\"lot\":\"" + lot + "\",\"all\":true}]";
    }

    private static ValidatableResponse made(Plant plant, LotId lot, String measured, String last) {
        String outputs =
                "[{\"kind\":\"product\",\"form\":\"metal\",\"massKg\":\"0.5\",\"openKg\":\"0.05\",\"measured\":["
                        + measured + "]}" + last + "]";
        return plant.post("/transformations", Scene.transformation(plant, "calcination", all(lot), outputs));
    }

    private static final String LOSS = ",{\"kind\":\"loss\"}";

    @Test
    void less_than_the_book_is_booked_as_a_loss_and_its_mass_is_open() {
        Plant maker = plant("DE", "manufacturer");
        String id = made(
                        maker,
                        lot(maker),
                        "{\"element\":\"Dy\",\"massKg\":\"0.29\",\"uncertaintyKg\":\"0.001\"},"
                                + "{\"element\":\"Nd\",\"fraction\":\"0.3\",\"uncertainty\":\"0.01\"}",
                        LOSS)
                .statusCode(201)
                .body("outputs[0].massKg", equalTo("0.5"))
                .body("outputs[0].openKg", equalTo("0.06"))
                .body("openGainKg", equalTo("0.01"))
                .body("outputs[0].elements.find { it.element == 'Dy' }.kg", equalTo("0.29"))
                .body("outputs[1].kind", equalTo("loss"))
                .body("outputs[1].massKg", equalTo("0.51"))
                .body("outputs[1].elements.find { it.element == 'Dy' }.kg", equalTo("0.31"))
                .body("outputs[0].measured.element", contains("Dy", "Nd"))
                .body("outputs[0].measured[0].bookKg", equalTo("0.3"))
                .body("outputs[0].measured[0].measuredKg", equalTo("0.29"))
                .body("outputs[0].measured[0].differenceKg", equalTo("-0.01"))
                .body("outputs[0].measured[0].result", equalTo("booked-as-loss"))
                .body("outputs[0].measured[1].result", equalTo("observed-only"))
                .body("outputs[0].measured[1].differenceKg", equalTo("0"))
                .extract()
                .path("statement.id");
        maker.get("/transformations/" + id)
                .statusCode(200)
                .body("outputs[0].measured[0].bookKg", equalTo("0.3"))
                .body("outputs[0].measured[0].result", equalTo("booked-as-loss"));
    }

    @Test
    void without_a_stated_loss_what_is_missing_is_unaccounted_for() {
        Plant maker = plant("DE", "manufacturer");
        String rest = ",{\"kind\":\"by-product\",\"form\":\"swarf\"}";
        made(maker, lot(maker), "{\"element\":\"Dy\",\"massKg\":\"0.29\"}", rest)
                .statusCode(201)
                .body("outputs", hasSize(3))
                .body("outputs[1].elements.find { it.element == 'Dy' }.kg", equalTo("0.3"))
                .body("outputs[2].kind", equalTo("unaccounted"))
                .body("outputs[2].massKg", equalTo("0.01"))
                .body("outputs[2].elements.element", contains("Dy"));
    }

    @Test
    void an_element_that_is_not_found_at_all_is_lost_whole() {
        Plant maker = plant("DE", "manufacturer");
        made(maker, lot(maker), "{\"element\":\"Dy\",\"massKg\":\"0\"}", LOSS)
                .statusCode(201)
                .body("outputs[0].elements.element", contains("Nd"))
                .body("outputs[0].openKg", equalTo("0.35"));
    }

    @Test
    void more_than_the_book_within_the_joint_uncertainty_moves_nothing() {
        Plant maker = plant("DE", "manufacturer");
        LotId lot = lot(maker);
        // 0.2 % of 1 kg at k = 1 is 4 g at k = 2; with 3 g of the output that is 5 g together
        String assay = maker.post("/lots/" + lot + "/assays", """
                        {"basis":"metal","stage":"final","sampled":"as-is","method":"XRF","eventTime":"2026-11-03T09:00:00.000Z",
                         "results":[{"substance":"Dy","fraction":"0.6","uncertainty":"0.002","coverageFactor":"1"}]}""")
                .statusCode(201)
                .extract()
                .path("assay");
        made(maker, lot, "{\"element\":\"Dy\",\"massKg\":\"0.305000001\",\"uncertaintyKg\":\"0.003\"}", LOSS)
                .statusCode(422)
                .body("type", equalTo(Scene.problem("element-exceeds-inputs")))
                .body("field", equalTo("body.outputs[0].measured"));
        made(maker, lot, "{\"element\":\"Dy\",\"massKg\":\"0.305\",\"uncertaintyKg\":\"0.003\"}", LOSS)
                .statusCode(201)
                .body("inputs[0].assay", equalTo(assay))
                .body("outputs[0].elements.find { it.element == 'Dy' }.kg", equalTo("0.3"))
                .body("outputs[0].measured[0].result", equalTo("observed-only"))
                .body("outputs[0].measured[0].differenceKg", equalTo("0.005"))
                .body("openGainKg", equalTo("0"));
    }

    @Test
    void three_percent_more_neodymium_than_went_in_is_refused() {
        Plant maker = plant("DE", "manufacturer");
        String outputs = "[{\"kind\":\"product\",\"form\":\"metal\",\"massKg\":\"0.309\",\"elements\":"
                + "[{\"element\":\"Nd\",\"massKg\":\"0.309\"}]},{\"kind\":\"loss\"}]";
        maker.post("/transformations", Scene.transformation(maker, "calcination", all(lot(maker)), outputs))
                .statusCode(422)
                .body("type", equalTo(Scene.problem("element-exceeds-inputs")))
                .body("detail", equalTo("Nd exceeds what remains of the inputs by 0.009 kg"));
        made(maker, lot(maker), "{\"element\":\"Nd\",\"massKg\":\"0.1545\"}", LOSS)
                .statusCode(422)
                .body("type", equalTo(Scene.problem("element-exceeds-inputs")));
    }

    @Test
    void terbium_is_not_measured_where_none_went_in() {
        Plant maker = plant("DE", "manufacturer");
        made(maker, lot(maker), "{\"element\":\"Tb\",\"massKg\":\"0.001\"}", LOSS)
                .statusCode(422)
                .body("type", equalTo(Scene.problem("element-not-in-inputs")));
    }

    @Test
    void a_split_books_no_loss() {
        Plant maker = plant("DE", "manufacturer");
        String outputs = "[{\"kind\":\"product\",\"form\":\"oxide\",\"massKg\":\"0.5\",\"measured\":"
                + "[{\"element\":\"Dy\",\"massKg\":\"0.29\"}]}]";
        maker.post("/transformations", Scene.transformation(maker, "split", all(lot(maker)), outputs))
                .statusCode(422)
                .body("type", equalTo(Scene.problem("measured-below-book")));
    }

    @Test
    void how_it_was_carried_out_is_shown_again() {
        Plant maker = plant("DE", "manufacturer");
        String body = Scene.transformation(
                        maker, "calcination", all(lot(maker)), "[{\"kind\":\"product\",\"form\":\"oxide\"}]")
                .replace(
                        "\"inputs\"",
                        "\"started\":\"2026-11-01T09:00:00.000+01:00\",\"equipment\":[\"DE\",\"CN\"],\"inputs\"");
        String id =
                maker.post("/transformations", body).statusCode(201).extract().path("statement.id");
        maker.get("/transformations/" + id)
                .body("started", equalTo("2026-11-01T09:00:00.000+01:00"))
                .body("eventTime", equalTo("2026-11-03T09:00:00.000+01:00"))
                .body("equipment", contains("CN", "DE"))
                .body("technology", contains("DE"))
                .body("country", equalTo("DE"))
                .body("facility", equalTo(maker.facility().toString()))
                .body("recycled", nullValue())
                .body("outputs[0].measured", empty());
        maker.post("/transformations", body.replace("2026-11-01T09", "2026-11-03T10"))
                .statusCode(409);
        LotId other = lot(maker);
        maker.post(
                        "/transformations",
                        Scene.transformation(
                                        maker, "calcination", all(other), "[{\"kind\":\"product\",\"form\":\"oxide\"}]")
                                .replace("\"inputs\"", "\"started\":\"2026-11-03T09:00:00.001+01:00\",\"inputs\""))
                .statusCode(422)
                .body("type", equalTo(Scene.problem("time-reversed")));
    }

    @Test
    void recycling_splits_the_roll_up_by_class() {
        Plant maker = plant("DE", "manufacturer");
        LotId scrap = lot(maker);
        LotId fresh = lot(maker);
        LotId oxide = Scene.lot();
        String body = Scene.transformation(
                maker,
                "recycling",
                all(scrap),
                "[{\"kind\":\"product\",\"form\":\"oxide\",\"lot\":\"" + oxide + "\"}]");
        maker.post("/transformations", body)
                .statusCode(422)
                .body("type", equalTo(Scene.problem("step-differs")))
                .body("field", equalTo("body.recycled"));
        maker.post("/transformations", body.replace("\"inputs\"", "\"recycled\":\"none\",\"inputs\""))
                .statusCode(400)
                .body("field", equalTo("recycled"));
        maker.post("/transformations", body.replace("\"inputs\"", "\"recycled\":\"pre-consumer\",\"inputs\""))
                .statusCode(201)
                .body("recycled", equalTo("pre-consumer"));
        LotId blend = Scene.lot();
        String both = "[{\"lot\":\"" + oxide + "\",\"consumedKg\":\"0.25\"},{\"lot\":\"" + fresh
                + "\",\"consumedKg\":\"0.75\"}]";
        maker.post(
                        "/transformations",
                        Scene.transformation(
                                maker,
                                "blend",
                                both,
                                "[{\"kind\":\"product\",\"form\":\"mixed\",\"lot\":\"" + blend + "\"}]"))
                .statusCode(201);
        maker.get("/lots/" + blend + "/origin")
                .body("elements[0].element", equalTo("Dy"))
                .body("elements[0].recycled.class", contains("none", "pre-consumer"))
                .body("elements[0].recycled.kg", contains("0.45", "0.15"))
                .body("elements[0].recycled.share", contains("0.750000", "0.250000"));
    }
}

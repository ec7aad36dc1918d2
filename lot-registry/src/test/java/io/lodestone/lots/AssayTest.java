package io.lodestone.lots;

import static io.lodestone.lots.Scene.plant;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.lodestone.evidence.statement.LotId;
import io.lodestone.lots.Scene.Plant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(CustodyResource.class)
class AssayTest {

    private static final String DY =
            "{\"substance\":\"Dy2O3\",\"fraction\":\"0.99\",\"uncertainty\":\"0.001\"," + "\"coverageFactor\":\"1\"}";

    private static String assay(String basis, String stage, String sampled, String supersedes, String results) {
        return """
                {"basis":"%s","stage":"%s","sampled":"%s","supersedes":%s,"method":"ICP-MS, after fusion",
                 "laboratoryName":"Umpire laboratory","report":"kex2IAG04m4UQe1qOg9zPxD5vZTGBhAb+AUGuq5n7p0=",
                 "eventTime":"2026-11-03T09:00:00.000Z","results":[%s]}""".formatted(basis, stage, sampled, supersedes, results);
    }

    private static String assayed(Plant plant, LotId lot, String body) {
        return plant.post("/lots/" + lot + "/assays", body)
                .statusCode(201)
                .extract()
                .path("assay");
    }

    private static String assayed(Plant plant, LotId lot, String stage, String supersedes) {
        return assayed(plant, lot, assay("oxide", stage, "as-is", supersedes, DY));
    }

    @Test
    void the_highest_stage_counts_then_the_newest_and_never_a_superseded_one() {
        Plant maker = plant("DE", "manufacturer");
        LotId lot = Scene.registered(maker, "2");
        maker.get("/lots/" + lot + "/assays").statusCode(200).body("items", empty());

        String first = assayed(maker, lot, "final", "null");
        current(maker, lot, first);
        assayed(maker, lot, "provisional", "null");
        current(maker, lot, first);
        String second = assayed(maker, lot, "final", "null");
        current(maker, lot, second);
        String umpire = assayed(maker, lot, "umpire", "null");
        current(maker, lot, umpire);
        assayed(maker, lot, "final", "null");
        current(maker, lot, umpire);
        String better = assayed(maker, lot, "umpire", "\"" + umpire + "\"");
        current(maker, lot, better);
        String last = assayed(maker, lot, "final", "\"" + better + "\"");
        current(maker, lot, last);
        maker.get("/lots/" + lot + "/assays")
                .body("items[0].supersedes", equalTo(better))
                .body("items[0].stage", equalTo("final"))
                .body("items[0].sampled", equalTo("as-is"))
                .body("items[0].method", equalTo("ICP-MS, after fusion"))
                .body("items[0].laboratoryName", equalTo("Umpire laboratory"))
                .body("items[0].report", equalTo("kex2IAG04m4UQe1qOg9zPxD5vZTGBhAb+AUGuq5n7p0="))
                .body("items[0].results[0].fraction", equalTo("0.99"));
    }

    private static void current(Plant maker, LotId lot, String assay) {
        maker.get("/lots/" + lot + "/assays").body("items.findAll { it.current }.assay", contains(assay));
    }

    @Test
    void without_an_assay_the_book_is_computed_from() {
        Plant maker = plant("DE", "manufacturer");
        LotId lot = Scene.registered(maker, "27.107");
        maker.get("/lots/" + lot + "/composition")
                .statusCode(200)
                .body("source", equalTo("computed"))
                .body("assay", nullValue())
                .body("atomicMasses", equalTo("IUPAC-2021-3dp"))
                .body("elements[0].source", equalTo("computed"))
                .body("elements[0].metal.kg.from", equalTo("23.500795247"))
                .body("elements[0].metal.kg.to", equalTo("23.500795247"))
                .body("elements[0].oxide.formula", equalTo("Dy2O3"))
                .body("elements[0].treo.from", equalTo("1"));
    }

    @Test
    void a_limit_is_an_interval_and_a_range_stays_one_on_every_basis() {
        Plant maker = plant("DE", "manufacturer");
        LotId lot = Scene.registered(maker, "1000");
        assayed(
                maker,
                lot,
                assay(
                        "oxide",
                        "final",
                        "as-is",
                        "null",
                        DY + ",{\"substance\":\"Tb4O7\",\"below\":\"0.0001\"},"
                                + "{\"substance\":\"Ho2O3\",\"from\":\"0.001\",\"to\":\"0.002\"},"
                                + "{\"substance\":\"Pr2O3\",\"fraction\":\"0.001\"}"));
        String path = "elements.find { it.element == '%s' }.";
        maker.get("/lots/" + lot + "/composition")
                .body("source", equalTo("measured"))
                // 325.000/372.997 of 0.99, and as uncertain as 0.001 at k = 1 is at k = 2
                .body(path.formatted("Dy") + "metal.fraction.from", equalTo("0.862607474055"))
                .body(path.formatted("Dy") + "metal.uncertainty", equalTo("0.00174264136"))
                .body(path.formatted("Dy") + "oxide.fraction.from", equalTo("0.99"))
                .body(path.formatted("Dy") + "oxide.uncertainty", equalTo("0.002"))
                .body(path.formatted("Dy") + "bookKg", equalTo("866.964077459"))
                .body(path.formatted("Tb") + "oxide.fraction.from", equalTo("0"))
                .body(path.formatted("Tb") + "oxide.fraction.to", equalTo("0.0001"))
                .body(path.formatted("Tb") + "oxide.kg.to", equalTo("0.1"))
                .body(path.formatted("Tb") + "bookKg", nullValue())
                .body(path.formatted("Ho") + "oxide.fraction.from", equalTo("0.001"))
                .body(path.formatted("Ho") + "oxide.fraction.to", equalTo("0.002"))
                // 0.001 Pr2O3 as Pr6O11: twice 140.908 in 329.813 is six times that in 1021.437
                .body(path.formatted("Pr") + "oxide.formula", equalTo("Pr6O11"))
                .body(path.formatted("Pr") + "oxide.fraction.from", equalTo("0.001032339538"));
    }

    @Test
    void an_assay_says_whether_the_book_agrees_with_it() {
        Plant maker = plant("DE", "manufacturer");
        LotId lot = Scene.registered(maker, "10");
        String agrees = "elements.find { it.element == '%s' }.agreesWithBook";
        maker.get("/lots/" + lot + "/composition").body(agrees.formatted("Dy"), nullValue());
        // The book has 0.995; 0.005 more is not as far as 0.00251 at k = 1 reaches
        String near =
                "{\"substance\":\"Dy2O3\",\"fraction\":\"1\",\"uncertainty\":\"0.00251\",\"coverageFactor\":\"1\"}";
        assayed(maker, lot, assay("oxide", "provisional", "as-is", "null", near));
        maker.get("/lots/" + lot + "/composition")
                .body("assayStage", equalTo("provisional"))
                .body(agrees.formatted("Dy"), equalTo(true));
        assayed(maker, lot, assay("oxide", "final", "as-is", "null", near.replace("0.00251", "0.00249")));
        maker.get("/lots/" + lot + "/composition")
                .body("assayStage", equalTo("final"))
                .body(agrees.formatted("Dy"), equalTo(false));
        String other = "{\"substance\":\"Dy2O3\",\"from\":\"0.99\",\"to\":\"0.996\"},"
                + "{\"substance\":\"Tb4O7\",\"below\":\"0.0001\"},{\"substance\":\"Ho2O3\",\"fraction\":\"0.0001\"}";
        assayed(maker, lot, assay("oxide", "umpire", "as-is", "null", other));
        maker.get("/lots/" + lot + "/composition")
                .body("assayStage", equalTo("umpire"))
                .body(agrees.formatted("Dy"), equalTo(true))
                .body(agrees.formatted("Tb"), equalTo(true))
                .body(agrees.formatted("Ho"), equalTo(false));
    }

    @Test
    void water_and_gases_are_reported_beside_what_the_book_tracks() {
        Plant maker = plant("DE", "manufacturer");
        LotId lot = Scene.registered(maker, "10");
        String results =
                "{\"substance\":\"Dy2O3\",\"fraction\":\"0.9900\"},{\"substance\":\"LOI\",\"fraction\":\"0.0050\"},"
                        + "{\"substance\":\"C\",\"below\":\"0.0001\"}";
        assayed(maker, lot, assay("oxide", "final", "as-is", "null", results));
        maker.get("/lots/" + lot + "/composition")
                .body("elements.element", contains("Dy"))
                .body("elements[0].oxide.fraction.from", equalTo("0.99"))
                .body("open.substance", contains("LOI", "C"))
                .body("open[0].fraction.to", equalTo("0.005"))
                .body("open[1].fraction.from", equalTo("0"))
                .body("open[1].fraction.to", equalTo("0.0001"));
    }

    @Test
    void a_dry_sample_of_a_lot_whose_water_is_not_known_gives_an_interval() {
        Plant maker = plant("DE", "manufacturer");
        LotId lot = Scene.lot();
        maker.post("/lots", Scene.oxide(lot, maker, "1", "CN", "\"substance\":\"Dy\",\"massKg\":\"0.8\""))
                .statusCode(201);
        String result = "{\"substance\":\"Dy\",\"fraction\":\"0.9\"}";
        assayed(maker, lot, assay("metal", "final", "dry", "null", result));
        maker.get("/lots/" + lot + "/composition")
                .body("elements[0].metal.fraction.from", equalTo("0.72"))
                .body("elements[0].metal.fraction.to", equalTo("0.9"));

        LotId damp = Scene.lot();
        maker.post(
                        "/lots",
                        Scene.oxide(damp, maker, "1", "CN", "\"substance\":\"Dy\",\"massKg\":\"0.8\"")
                                .replace("\"segregated\"", "\"segregated\",\"moisture\":\"0.1\""))
                .statusCode(201);
        assayed(maker, damp, assay("metal", "final", "dry", "null", result));
        maker.get("/lots/" + damp + "/composition")
                .body("elements[0].metal.fraction.from", equalTo("0.81"))
                .body("elements[0].metal.fraction.to", equalTo("0.81"));
    }

    @Test
    void a_part_of_the_rare_earths_is_taken_of_those_in_the_book() {
        Plant maker = plant("DE", "manufacturer");
        LotId lot = Scene.lot();
        maker.post("/lots", Scene.oxide(lot, maker, "1", "CN", "\"substance\":\"Nd2O3\",\"massKg\":\"0.5\""))
                .statusCode(201);
        assayed(maker, lot, assay("TREO", "final", "as-is", "null", "{\"substance\":\"Nd2O3\",\"fraction\":\"0.98\"}"));
        maker.get("/lots/" + lot + "/composition")
                .body("elements[0].oxide.fraction.from", equalTo("0.489999999194"))
                .body("elements[0].treo.from", equalTo("1"));
    }

    @Test
    void who_once_had_the_lot_sees_its_own_assays_alone() {
        Plant refiner = plant("CN", "refiner");
        Plant buyer = plant("JP", "manufacturer");
        LotId lot = Scene.registered(refiner, "2");
        String own = assayed(refiner, lot, "final", "null");
        Chain.handOver(refiner, buyer, lot, 2, "2", true);
        String umpire = assayed(buyer, lot, "umpire", "null");

        buyer.get("/lots/" + lot + "/assays").body("items.assay", contains(umpire, own));
        refiner.get("/lots/" + lot + "/assays").body("items.assay", contains(own));
        refiner.get("/lots/" + lot + "/composition").body("assay", equalTo(own));
        Plant other = plant("JP", "manufacturer");
        other.get("/lots/" + lot + "/assays").statusCode(404);
        other.get("/lots/" + lot + "/composition").statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"substance":"Dy2O3","fraction":"0.99","below":"0.1"}               | 400 | results[0].fraction
            {"substance":"Dy2O3","fraction":"0.4"},{"substance":"Dy","fraction":"0.4"} | 400 | results
            {"substance":"LOI","below":"0.1"},{"substance":"LOI","below":"0.2"}  | 400 | results
            {"substance":"moisture","fraction":"0.1"}                           | 400 | results[0].substance
            {"substance":"Dy2O3"}                                               | 400 | results[0].fraction
            {"substance":"Dy2O3","from":"0.2"}                                  | 400 | results[0].to
            {"substance":"Dy2O3","from":"0.2","to":"0.1"}                       | 400 | results[0].to
            {"substance":"Dy2O3","below":"0"}                                   | 400 | results[0].below
            {"substance":"Dy2O3","fraction":"1.1"}                              | 400 | body.results[0].fraction
            {"substance":"Dy2O3","fraction":"0.9","uncertainty":"0.1"}          | 400 | body.results[0].coverageFactor
            {"substance":"Dy2O3","fraction":"0.999","uncertainty":"0.003","coverageFactor":"2"},{"substance":"Tb4O7","fraction":"0.006000001","uncertainty":"0.004","coverageFactor":"2"} | 422 | body.results
            """)
    void results_that_cannot_be_are_refused(String results, int status, String field) {
        Plant maker = plant("DE", "manufacturer");
        LotId lot = Scene.registered(maker, "2");
        maker.post("/lots/" + lot + "/assays", assay("oxide", "final", "as-is", "null", results))
                .statusCode(status)
                .body("field", equalTo(field));
    }

    @Test
    void an_oxide_assay_over_the_whole_and_its_uncertainty_is_refused_and_just_that_much_is_not() {
        Plant maker = plant("DE", "manufacturer");
        LotId lot = Scene.registered(maker, "2");
        String both =
                "{\"substance\":\"Dy2O3\",\"fraction\":\"0.999\",\"uncertainty\":\"0.003\",\"coverageFactor\":\"2\"},"
                        + "{\"substance\":\"Tb4O7\",\"fraction\":\"0.006\",\"uncertainty\":\"0.004\",\"coverageFactor\":\"2\"}";
        assayed(maker, lot, assay("oxide", "final", "as-is", "null", both));
        maker.post(
                        "/lots/" + lot + "/assays",
                        assay("oxide", "final", "as-is", "null", both.replace("\"0.006\"", "\"0.006000001\"")))
                .statusCode(422)
                .body("type", equalTo(Scene.problem("assay-exceeds-whole")));
        LotId other = Scene.registered(maker, "2");
        String elsewhere = assayed(maker, other, "final", "null");
        maker.post("/lots/" + lot + "/assays", assay("oxide", "final", "as-is", "\"" + elsewhere + "\"", DY))
                .statusCode(422)
                .body("type", equalTo(Scene.problem("assay-unknown")))
                .body("field", equalTo("body.supersedes"));
    }
}

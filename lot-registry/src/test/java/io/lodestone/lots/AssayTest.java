package io.lodestone.lots;

import static io.lodestone.lots.Scene.plant;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
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
class AssayTest {

    static final String DY =
            "{\"substance\":\"Dy2O3\",\"fraction\":\"0.99\",\"uncertainty\":\"0.001\"," + "\"coverageFactor\":\"1\"}";

    static String assay(String basis, String stage, String sampled, String supersedes, String results) {
        return """
                {"basis":"%s","stage":"%s","sampled":"%s","supersedes":%s,"method":"ICP-MS, after fusion",
                 "laboratoryName":"Umpire laboratory","report":"kex2IAG04m4UQe1qOg9zPxD5vZTGBhAb+AUGuq5n7p0=",
                 "eventTime":"2026-11-03T09:00:00.000Z","results":[%s]}""".formatted(basis, stage, sampled, supersedes, results);
    }

    static String assayed(Plant plant, LotId lot, String body) {
        return plant.post("/lots/" + lot + "/assays", body)
                .statusCode(201)
                .extract()
                .path("assay");
    }

    static String assayed(Plant plant, LotId lot, String stage, String supersedes) {
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

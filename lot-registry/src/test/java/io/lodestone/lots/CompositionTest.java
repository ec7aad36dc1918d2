package io.lodestone.lots;

import static io.lodestone.lots.AssayTest.DY;
import static io.lodestone.lots.AssayTest.assay;
import static io.lodestone.lots.AssayTest.assayed;
import static io.lodestone.lots.Scene.plant;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.lodestone.evidence.statement.LotId;
import io.lodestone.lots.Scene.Plant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What is in a lot: measured or computed, on every basis, and never more certain than it is. */
@QuarkusTest
@QuarkusTestResource(CustodyResource.class)
class CompositionTest {

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

    /** Majors by ICP, gases by fusion, traces by ICP-MS: none of them hides the others. */
    @Test
    void each_element_is_as_the_first_assay_has_it_that_reports_it() {
        Plant maker = plant("DE", "manufacturer");
        LotId lot = Scene.registered(maker, "10");
        String majors = assayed(maker, lot, "umpire", "null");
        String gases = assayed(
                maker, lot, assay("oxide", "final", "as-is", "null", "{\"substance\":\"C\",\"fraction\":\"0.0002\"}"));
        String traces = "{\"substance\":\"Tb4O7\",\"below\":\"%s\"},{\"substance\":\"Dy2O3\",\"fraction\":\"0.5\"}";
        String rough = assayed(maker, lot, assay("oxide", "provisional", "as-is", "null", traces.formatted("0.001")));
        String path = "elements.find { it.element == '%s' }.%s";
        maker.get("/lots/" + lot + "/composition")
                .body("assay", equalTo(majors))
                .body(path.formatted("Dy", "assay"), equalTo(majors))
                .body(path.formatted("Dy", "stage"), equalTo("umpire"))
                .body(path.formatted("Dy", "oxide.fraction.to"), equalTo("0.99"))
                .body(path.formatted("Tb", "assay"), equalTo(rough))
                .body(path.formatted("Tb", "stage"), equalTo("provisional"))
                .body(path.formatted("Tb", "oxide.fraction.to"), equalTo("0.001"))
                .body("open[0].assay", equalTo(gases));
        String fine = assayed(
                maker, lot, assay("oxide", "provisional", "as-is", "\"" + rough + "\"", traces.formatted("0.0001")));
        maker.get("/lots/" + lot + "/composition")
                .body(path.formatted("Tb", "assay"), equalTo(fine))
                .body(path.formatted("Tb", "oxide.fraction.to"), equalTo("0.0001"));
        maker.get("/lots/" + lot + "/assays").body("items.findAll { it.superseded }.assay", contains(rough));
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
}

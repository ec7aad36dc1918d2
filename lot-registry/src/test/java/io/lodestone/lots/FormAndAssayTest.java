package io.lodestone.lots;

import static io.lodestone.lots.Figures.alerts;
import static io.lodestone.lots.Figures.all;
import static io.lodestone.lots.Figures.input;
import static io.lodestone.lots.Figures.none;
import static io.lodestone.lots.Figures.one;
import static io.lodestone.lots.Figures.output;
import static io.lodestone.lots.Scene.plant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.lodestone.evidence.statement.LotId;
import io.lodestone.lots.Scene.Plant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Handling changes no material, and an assay says something, and something that the book can be held against. */
@QuarkusTest
@QuarkusTestResource(CustodyResource.class)
class FormAndAssayTest {

    private Plant maker;

    @BeforeEach
    void a_maker() {
        maker = plant("CN", "refiner");
    }

    private void formChanged(String process, String inputs, String outputs, String field) {
        maker.post("/transformations", Scene.transformation(maker, process, inputs, "[" + outputs + "]"))
                .statusCode(422)
                .body("type", equalTo(Scene.problem("form-changed")))
                .body("field", equalTo(field))
                .body("detail", containsString("makes no metal of these lots"));
    }

    @Test
    void a_split_or_a_blend_of_oxide_is_no_metal() {
        LotId one = Scene.registered(maker, "2");
        LotId other = Scene.registered(maker, "2");
        String oxide = output(Scene.lot(), "product", "oxide", "1");
        String metal = "{\"kind\":\"product\",\"form\":\"metal\"}";
        formChanged("split", "[" + all(one) + "]", oxide + "," + metal, "body.outputs[1].form");
        formChanged("blend", "[" + all(one) + "," + all(other) + "]", metal, "body.outputs[0].form");
        maker.get("/lots/" + one).body("remainingKg", equalTo("2"));

        String split = oxide + ",{\"kind\":\"product\",\"form\":\"oxide\"}";
        maker.post(
                        "/transformations",
                        Scene.transformation(maker, "split", "[" + input(one, "2") + "]", "[" + split + "]"))
                .statusCode(201);
    }

    private static String assay(String fraction, String uncertainty) {
        return AssayTest.assay(
                "oxide",
                "final",
                "as-is",
                "null",
                "{\"substance\":\"Dy2O3\",\"fraction\":\"%s\",\"uncertainty\":\"%s\",\"coverageFactor\":\"2\"}"
                        .formatted(fraction, uncertainty));
    }

    @Test
    void an_uncertainty_beyond_the_bound_is_refused_and_the_bound_itself_is_not() {
        LotId lot = Scene.registered(maker, "2");
        maker.post("/lots/" + lot + "/assays", assay("0.95", "0.0501"))
                .statusCode(422)
                .body("type", equalTo(Scene.problem("uncertainty-too-large")))
                .body("field", equalTo("body.results[0].uncertainty"))
                .body("detail", containsString("at most 0.05"));
        maker.get("/lots/" + lot + "/assays").body("items.size()", equalTo(0));
        AssayTest.assayed(maker, lot, assay("0.95", "0.05"));
    }

    @Test
    void an_assay_that_differs_by_more_than_both_uncertainties_is_an_alert() {
        // The book says 0.995 of the oxide, sure to 0.002; together with the assay's 0.002 that explains 0.00283.
        LotId near = Scene.registered(maker, "2");
        AssayTest.assayed(maker, near, assay("0.9922", "0.002"));
        none(maker, "assay-contradicted");

        LotId lot = Scene.registered(maker, "2");
        String assay = AssayTest.assayed(maker, lot, assay("0.99", "0.002"));
        assertThat(one(maker, "assay-contradicted"))
                .containsEntry("severity", "medium")
                .containsEntry("lots", List.of(lot.toString()))
                .hasEntrySatisfying("what", what -> assertThat(what.toString()).contains(assay, "Dy"));

        AssayTest.assayed(maker, lot, assay("0.5", "0.002"));
        assertThat(alerts(maker, "&kind=assay-contradicted&severity=high")).hasSize(1);
    }
}

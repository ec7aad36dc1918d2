package io.lodestone.lots;

import static io.lodestone.lots.PoolScene.in;
import static io.lodestone.lots.PoolScene.out;
import static io.lodestone.lots.Scene.plant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.lodestone.evidence.statement.LotId;
import io.lodestone.kit.testing.TestTokens;
import io.lodestone.lots.Scene.Plant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mass-balance credits over HTTP. */
@QuarkusTest
@QuarkusTestResource(CustodyResource.class)
class CreditTest {

    private Plant refiner;

    @BeforeEach
    void a_refiner_with_a_plant() {
        refiner = plant("EE", "refiner");
    }

    @Test
    void a_credit_stands_beside_the_lot_and_changes_nothing_about_it() {
        PoolScene pool = PoolScene.opened(refiner, "90", "CN");
        LotId lot = Scene.lot();
        pool.run(in(pool.lot("10", "AU")), out(lot, "50", "mass-balance")).statusCode(201);
        String before = everything(lot);
        String australian = pool.profileOf("AU");
        pool.credit(lot, australian, "5.000000001")
                .statusCode(422)
                .body("type", equalTo(Scene.problem("credit-exceeds-pool")));
        pool.credit(lot, australian, "3").statusCode(201).header("Location", containsString("/credits"));
        pool.credit(lot, australian, "2.1").statusCode(422);
        pool.credit(lot, australian, "2").statusCode(201);
        assertThat(everything(lot)).isEqualTo(before);
        refiner.get("/lots/" + lot + "/credits")
                .statusCode(200)
                .body("items.kg", contains("2", "3"))
                .body("items[0].origin.steps[0].countries", contains("AU"));
        pool.get("").body("rows.find { it.profile == '" + australian + "' }.claimedKg", equalTo("5"));
        refiner.get("/lots/" + lot + "/genealogy")
                .body("made", equalTo("solvent-extraction"))
                .body("inputs", hasSize(1))
                .body("inputs[0].lot", equalTo(pool.pool().toString()))
                .body("inputs[0].made", equalTo("pool"))
                .body("inputs[0].inputs", empty());
        plant("DE", "manufacturer").get("/lots/" + lot + "/credits").statusCode(404);
    }

    @Test
    void a_lot_that_was_not_withdrawn_under_mass_balance_gets_no_credit() {
        PoolScene pool = PoolScene.opened(refiner, "10", "AU");
        LotId kept = Scene.lot();
        pool.run("", out(kept, "1", "segregated")).statusCode(201);
        pool.credit(kept, pool.profileOf("AU"), "1")
                .statusCode(422)
                .body("type", equalTo(Scene.problem("credit-not-allowed")));
        pool.credit(pool.lot("1", "AU"), pool.profileOf("AU"), "1")
                .statusCode(422)
                .body("type", equalTo(Scene.problem("credit-not-allowed")));
    }

    /** What the lot is, where it comes from and what a determination starts from. */
    private String everything(LotId lot) {
        String dossier = RestAssured.given()
                .header(
                        "Authorization",
                        TestTokens.service("certificate-service").bearer())
                .get("/dossiers/" + lot + "?party=" + refiner.party())
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return dossier
                + refiner.get("/lots/" + lot).extract().asString()
                + refiner.get("/lots/" + lot + "/origin").extract().asString();
    }
}

package io.lodestone.lots;

import static io.lodestone.lots.PoolScene.element;
import static io.lodestone.lots.PoolScene.in;
import static io.lodestone.lots.PoolScene.out;
import static io.lodestone.lots.Scene.plant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.lodestone.evidence.statement.LotId;
import io.lodestone.lots.Scene.Plant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pools over HTTP: what a refiner does with one, and what others may not. */
@QuarkusTest
@QuarkusTestResource(CustodyResource.class)
class PoolTest {

    private Plant refiner;

    @BeforeEach
    void a_refiner_with_a_plant() {
        refiner = plant("EE", "refiner");
    }

    @ParameterizedTest
    @CsvSource({"34.394, 965.606, 0.550304, 0.034394", "34.395, 965.605, 0.55032, 0.034395"})
    void a_withdrawal_has_exactly_the_share_of_the_blended_pool(
            String chinese, String other, String withdrawn, String share) {
        PoolScene pool = PoolScene.opened(refiner, other, "AU");
        LotId lot = Scene.lot();
        pool.run(in(pool.lot(chinese, "CN")), out(lot, "16", "segregated"))
                .statusCode(201)
                .body("lotVersion", equalTo(2))
                .body("massKg", equalTo("984"))
                .body("inputs[0].remainingKg", equalTo("0"))
                .body("outputs[0].elements[0].kg", equalTo("16"));
        refiner.get("/lots/" + lot + "/origin")
                .body("elements[0].origins.find { it.steps[0].countries[0] == 'CN' }.kg", equalTo(withdrawn))
                .body("elements[0].origins.find { it.steps[0].countries[0] == 'CN' }.share", equalTo(share))
                .body("elements[0].origins[0].steps.step", contains("mined", "separated"));
        pool.get("")
                .statusCode(200)
                .body("period", equalTo("2026-10"))
                .body("stock.massKg", equalTo("984"))
                .body("stock.elements[0].origins.share", hasSize(2))
                .body("stock.elements[0].origins[0].steps.step", contains("mined"));
    }

    @Test
    void a_period_is_a_balance_sheet_that_freezes() {
        PoolScene pool = PoolScene.opened(refiner, "10", "Unknown");
        pool.run(
                        in(pool.lot("30", "AU")),
                        out(Scene.lot(), "8", "segregated") + ",{\"kind\":\"loss\",\"massKg\":\"2\"}")
                .statusCode(201);
        pool.count("{\"element\":\"Dy\",\"massKg\":\"29.5\",\"uncertaintyKg\":\"0.1\"},"
                        + "{\"element\":\"Tb\",\"massKg\":\"1\"}")
                .statusCode(201)
                .body("lost[0].kg", equalTo("0.5"));
        pool.close("2026-10", "2026-11").statusCode(201).header("Location", containsString("/periods/2026-10"));
        pool.get("/periods/2026-10")
                .statusCode(200)
                .body("state", equalTo("frozen"))
                .body("elements.element", contains("Dy"))
                .body("elements[0].openingKg", equalTo("10"))
                .body("elements[0].receiptsKg", equalTo("30"))
                .body("elements[0].withdrawalsKg", equalTo("8"))
                .body("elements[0].lossesKg", equalTo("2"))
                .body("elements[0].countDifferenceKg", equalTo("-0.5"))
                .body("elements[0].adjustmentsKg", equalTo("0"))
                .body("elements[0].closingKg", equalTo("29.5"))
                .body("elements[0].origins.closingKg", org.hamcrest.Matchers.hasItems("22.125", "7.375"))
                .body("counts.bookKg", contains("30", "0"))
                .body("counts[0].uncertaintyKg", equalTo("0.1"));
        String frozen = sheet(pool, "2026-10", "application/json");
        String table = sheet(pool, "2026-10", "text/csv");
        assertThat(table.lines().toList().get(0))
                .isEqualTo("pool,period,state,element,origin,openingKg,receiptsKg,withdrawalsKg,lossesKg,"
                        + "countDifferenceKg,adjustmentsKg,closingKg");
        assertThat(table.lines().toList().get(1))
                .isEqualTo(pool.pool() + ",2026-10,frozen,Dy,all,10,30,8,2,\"-0.5\",0,29.5");
        assertThat(table).contains(",mined AU (recycled none, declared)".replace(",m", ",\"m") + "\",0,30,6,1.5,");
        pool.adjust("2026-10", element("0.5"), element("0.25")).statusCode(201);
        pool.get("/periods/2026-11")
                .body("state", equalTo("open"))
                .body("elements[0].openingKg", equalTo("29.5"))
                .body("elements[0].adjustmentsKg", equalTo("-0.25"))
                .body("elements[0].closingKg", equalTo("29.25"))
                .body("adjustments[0].frozen", equalTo("2026-10"));
        assertThat(sheet(pool, "2026-10", "application/json")).isEqualTo(frozen);
        assertThat(sheet(pool, "2026-10", "text/csv")).isEqualTo(table);
    }

    @Test
    void open_mass_is_a_line_of_its_own_and_outputs_may_state_their_elements() {
        PoolScene pool = PoolScene.empty(refiner);
        LotId oxide = Scene.registered(refiner, "27.107");
        refiner.post(pool.path("/runs"), """
                {"ownership":["EE"],"technology":["EE"],"equipment":["DE"],"openGainKg":"0.5",
                 "started":"2026-11-02T08:00:00.000+02:00","eventTime":"2026-11-02T09:00:00.000+02:00",
                 "inputs":[%s],"outputs":[{"kind":"product","form":"oxide","massKg":"11.476",
                  "elements":[{"element":"Dy","massKg":"10"}],"description":{"custodyModel":"controlled-blending"}}]}
                """.formatted(in(oxide)))
                .statusCode(201)
                .body("outputs[0].openKg", equalTo("1.476"));
        pool.get("/periods/2026-10")
                .body("elements.element", contains("Dy", "open"))
                .body("elements.receiptsKg", contains("23.500795247", "4.106204753"))
                .body("elements.withdrawalsKg", contains("10", "1.476"))
                .body("elements.closingKg", contains("13.500795247", "2.630204753"))
                .body("elements[1].origins", empty());
        pool.get("").body("stock.massKg", equalTo("16.131"));
    }

    @Test
    void what_is_booked_late_goes_into_the_open_period() {
        PoolScene pool = PoolScene.opened(refiner, "1", "AU");
        pool.close("2026-10", "2026-11").statusCode(201);
        refiner.post(
                        pool.path("/counts"),
                        "{\"eventTime\":\"2026-10-01T00:00:00.000+02:00\",\"counted\":[" + element("1") + "]}")
                .statusCode(409)
                .body("type", equalTo(Scene.problem("period-closed")))
                .body("detail", containsString("2026-11"));
        pool.close("2026-11", "2026-10").statusCode(409).body("type", equalTo(Scene.problem("period-exists")));
        pool.adjust("2026-11", element("1"), "").statusCode(422).body("type", equalTo(Scene.problem("period-unknown")));
        pool.get("/periods/2026-12").statusCode(404);
        pool.get("").body("periods.period", contains("2026-11", "2026-10"));
    }

    @Test
    void a_pool_is_no_lot_and_nobody_elses() {
        PoolScene pool = PoolScene.empty(refiner);
        refiner.post(
                        "/transformations",
                        Scene.transformation(
                                refiner,
                                "split",
                                "[" + in(pool.pool()) + "]",
                                "[{\"kind\":\"product\",\"form\":\"oxide\"}]"))
                .statusCode(409)
                .body("type", equalTo(Scene.problem("is-a-pool")));
        pool.run(in(pool.pool()), "").statusCode(409).body("type", equalTo(Scene.problem("is-a-pool")));
        refiner.get("/lots")
                .body("items.lot", not(org.hamcrest.Matchers.hasItem(pool.pool().toString())));
        refiner.get("/pools")
                .body("items.pool", org.hamcrest.Matchers.hasItem(pool.pool().toString()));
        Plant stranger = plant("DE", "manufacturer");
        stranger.get(pool.path("")).statusCode(404);
        stranger.get(pool.path("/periods/2026-10")).statusCode(404);
        stranger.get("/pools").body("items", empty());
        stranger.post(
                        pool.path("/periods"),
                        "{\"eventTime\":\"2026-10-02T00:00:00.000Z\",\"period\":\"2026-10\",\"next\":\"2026-11\"}")
                .statusCode(422)
                .body("type", equalTo(Scene.problem("pool-unknown")));
    }

    @Test
    void requests_that_say_nothing_are_refused_by_their_member() {
        PoolScene pool = PoolScene.empty(refiner);
        pool.run("", "").statusCode(400);
        pool.count("").statusCode(400);
        pool.adjust("2026-10", "", "").statusCode(400);
        pool.close("2026-10", "a/b").statusCode(400).body("field", equalTo("next"));
        pool.run("", "{\"kind\":\"product\",\"form\":\"oxide\",\"massKg\":\"1\"}")
                .statusCode(400)
                .body("field", equalTo("outputs[0].description"));
        pool.run("", "{\"kind\":\"product\",\"form\":\"oxide\",\"description\":{\"custodyModel\":\"segregated\"}}")
                .statusCode(400);
        pool.run("", out(Scene.lot(), "1", "segregated"))
                .statusCode(422)
                .body("type", equalTo(Scene.problem("mass-not-conserved")));
    }

    private String sheet(PoolScene pool, String period, String type) {
        return refiner.asking()
                .accept(type)
                .get(pool.path("/periods/" + period))
                .then()
                .statusCode(200)
                .header("Content-Type", containsString(type))
                .extract()
                .asString();
    }
}

package io.lodestone.custody;

import static io.lodestone.custody.Ledger.registry;
import static io.lodestone.custody.Ledger.statement;
import static io.lodestone.custody.Ledger.submit;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.lodestone.evidence.provenance.StatedElements;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.CustodyModel;
import io.lodestone.evidence.statement.Entry;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.PoolAdjusted;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Pools through the sequencer and its tables, each statement deciding over what the one before it wrote. */
@QuarkusTest
class PoolTest {

    private static final Mass KG = new Mass(1_000_000_000L);

    @Test
    void a_pool_goes_through_its_periods() {
        Stock feed = Stock.of(Ledger.aParty());
        PooledStock pool = PooledStock.of(feed.party());
        pool.open();
        lot(pool.pool())
                .body("state", equalTo("pool"))
                .body("form", equalTo("mixed"))
                .body("remainingKg", equalTo("10"));
        var run = pool.book()
                .run(
                        List.of(feed.uses(feed.mass(), 1)),
                        List.of(PooledStock.out(KG, CustodyModel.MASS_BALANCE)),
                        Ledger.now());
        int index = accepted(pool, run);
        pool.book().took(run);
        assertThat(nullifiers(index)).isEqualTo(2);
        lot(feed.lot()).body("state", equalTo("consumed"));
        lot(run.outputs().get(0).lot().orElseThrow())
                .body("remainingKg", equalTo("1"))
                .body("owner", equalTo(feed.party().toString()));
        var count = pool.counted(KG.micrograms(), 5);
        accepted(pool, count);
        pool.book().took(count);
        accepted(pool, pool.book().closed("2026-11", "2026-12", Ledger.now()));
        pool.book().touched();
        PoolAdjusted late = pool.book()
                .adjusted("2026-11", Optional.empty(), dysprosium(KG), dysprosium(new Mass(7)), Ledger.now());
        accepted(pool, late);
        pool.book().took(late);
        lot(pool.pool())
                .body("lotVersion", equalTo(5))
                .body("remainingUg", equalTo(pool.holds().total().toString()))
                .body("vector", equalTo(pool.holds().digest().toString()))
                .body("state", equalTo("pool"));
    }

    @Test
    void credits_add_up_over_statements_and_a_withdrawal_frees_what_leaves_with_it() {
        PooledStock pool = PooledStock.of(Ledger.aParty());
        pool.open();
        var run = pool.book()
                .run(
                        List.of(),
                        List.of(PooledStock.out(new Mass(6_000_000_000L), CustodyModel.MASS_BALANCE)),
                        Ledger.now());
        accepted(pool, run);
        var physical = pool.book().took(run).outputs().get(0);
        LotVersion lot = new LotVersion(run.outputs().get(0).lot().orElseThrow(), 1);
        String before = lot(lot.lot()).extract().asString();
        var three = pool.book().credit(lot, physical, List.of(pool.claim(new Mass(3_000_000_000L))), Ledger.now());
        accepted(pool, three);
        pool.book().touched();
        assertThat(lot(lot.lot()).extract().asString()).isEqualTo(before);
        var two = pool.book().credit(lot, physical, List.of(pool.claim(new Mass(2_000_000_000L))), Ledger.now());
        refused(pool, two, "credit-exceeds-pool");
        var next = pool.book().run(List.of(), List.of(PooledStock.out(KG, CustodyModel.SEGREGATED)), Ledger.now());
        accepted(pool, next);
        pool.book().took(next);
        // 3 kg are left, of which 2 kg are claimed still.
        refused(
                pool,
                pool.book().credit(lot, physical, List.of(pool.claim(KG.plus(new Mass(1)))), Ledger.now()),
                "credit-exceeds-pool");
        accepted(pool, pool.book().credit(lot, physical, List.of(pool.claim(KG)), Ledger.now()));
    }

    @Test
    void a_pool_may_run_empty_and_fill_again() {
        Stock feed = Stock.of(Ledger.aParty());
        PooledStock pool = PooledStock.of(feed.party());
        pool.open();
        var all = pool.book()
                .run(List.of(), List.of(PooledStock.out(PooledStock.TEN_KG, CustodyModel.SEGREGATED)), Ledger.now());
        accepted(pool, all);
        pool.book().took(all);
        lot(pool.pool()).body("state", equalTo("pool")).body("remainingUg", equalTo("0"));
        accepted(pool, pool.book().run(List.of(feed.uses(KG, 1)), List.of(), Ledger.now()));
        lot(pool.pool()).body("remainingUg", equalTo(KG.toString()));
    }

    @Test
    void only_the_lot_registry_submits_what_happens_to_a_pool() {
        PooledStock pool = PooledStock.of(Ledger.aParty());
        pool.open();
        submit(Ledger.bearer(pool.party()), statement(pool.party(), pool.counted(1, 1)))
                .then()
                .statusCode(403);
    }

    private static StatedElements dysprosium(Mass mass) {
        return new StatedElements(new TreeMap<>(Map.of(Element.DY, mass)));
    }

    private static int accepted(PooledStock pool, Body body) {
        return submit(registry(), statement(pool.party(), body))
                .then()
                .statusCode(201)
                .extract()
                .path("index");
    }

    private static void refused(PooledStock pool, Body body, String slug) {
        submit(registry(), statement(pool.party(), body))
                .then()
                .statusCode(422)
                .body("type", equalTo("https://lodestone.example/problems/" + slug));
    }

    private static int nullifiers(int index) {
        return Entry.parse(given().header("Authorization", registry())
                        .get("/statements/" + index + "/entry")
                        .asByteArray())
                .nullifiers()
                .size();
    }

    private static ValidatableResponse lot(LotId lot) {
        return given().header("Authorization", registry())
                .get("/lots/" + lot)
                .then()
                .statusCode(200);
    }
}

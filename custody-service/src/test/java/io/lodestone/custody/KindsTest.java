package io.lodestone.custody;

import static io.lodestone.custody.Ledger.aParty;
import static io.lodestone.custody.Ledger.certificates;
import static io.lodestone.custody.Ledger.registry;
import static io.lodestone.custody.Ledger.statement;
import static io.lodestone.custody.Ledger.submit;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.Entry;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotsTransformed;
import io.lodestone.evidence.statement.Output;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.RulesetPublished;
import io.lodestone.evidence.statement.Statement;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The kinds of statement that come by the sibling services. */
@QuarkusTest
class KindsTest {

    private static final Mass TEN_KG = new Mass(10_000_000_000L);
    private static final Mass FOUR_KG = new Mass(4_000_000_000L);
    private static final Mass SIX_KG = new Mass(6_000_000_000L);

    @Test
    void a_split_makes_two_lots_and_leaves_the_remainder_in_the_first() {
        Stock stock = Stock.of(aParty());
        LotsTransformed split = stock.split(TEN_KG, FOUR_KG);
        List<Output> made = split.outputs();

        Response answer = accepted(registry(), stock.party(), split);

        assertThat(answer.<List<String>>path("lots.lot"))
                .containsExactlyInAnyOrder(
                        stock.lot().toString(),
                        made.get(0).lot().orElseThrow().toString(),
                        made.get(1).lot().orElseThrow().toString());
        lot(stock.lot())
                .body("remainingKg", equalTo("17.107"))
                .body("lotVersion", equalTo(2))
                .body("state", equalTo("held"));
        lot(made.get(0).lot().orElseThrow())
                .body("remainingUg", equalTo(FOUR_KG.toString()))
                .body("vector", equalTo(made.get(0).vector().toString()))
                .body("owner", equalTo(stock.party().toString()));
        lot(made.get(1).lot().orElseThrow()).body("remainingUg", equalTo(SIX_KG.toString()));
        byte[] entry = given().header("Authorization", registry())
                .get("/statements/" + answer.path("index") + "/entry")
                .asByteArray();
        assertThat(Entry.parse(entry).nullifiers()).hasSize(1);
    }

    @Test
    void a_lot_that_is_used_up_is_consumed() {
        Stock stock = Stock.of(aParty());
        assertThat(accepted(registry(), stock.party(), stock.split(stock.mass()))
                        .statusCode())
                .isEqualTo(201);
        lot(stock.lot()).body("state", equalTo("consumed")).body("remainingUg", equalTo("0"));
    }

    @Test
    void an_assay_makes_a_version_and_moves_no_mass() {
        Stock stock = Stock.of(aParty());
        Response answer = accepted(registry(), stock.party(), stock.assayed(1));
        answer.then().body("lots[0].lotVersion", equalTo(2));
        lot(stock.lot())
                .body("lotVersion", equalTo(2))
                .body("remainingKg", equalTo("27.107"))
                .body("vector", equalTo(stock.vector().digest().toString()));
    }

    @Test
    void a_certificate_under_a_published_ruleset_binds_mass_of_its_lot() {
        Stock stock = Stock.of(aParty());
        RulesetPublished ruleset = aRuleset();
        int published = accepted(certificates(), Ledger.REGISTRAR, ruleset).path("index");
        int issued = accepted(certificates(), stock.party(), stock.certified(TEN_KG, 1, ruleset.ruleset()))
                .path("index");
        assertThat(issued).isGreaterThan(published);
        lot(stock.lot())
                .body("lotVersion", equalTo(2))
                .body("certified[0].purpose", equalTo("origin"))
                .body("certified[0].certifiedUg", equalTo(TEN_KG.toString()));
    }

    @Test
    void the_feed_gives_back_the_bytes_that_were_submitted() {
        Stock stock = Stock.of(aParty());
        Statement assay = statement(stock.party(), stock.assayed(1));
        int index = submit(registry(), assay).path("index");
        String page = given().header("Authorization", registry())
                .get("/statements?limit=1&after=" + (index - 1))
                .asString();
        assertThat(page).contains("\"statement\":" + CanonicalJson.text(assay.json()));
    }

    static RulesetPublished aRuleset() {
        return new RulesetPublished(
                "test-measures",
                "2026-11",
                LocalDate.of(2026, 11, 22),
                Digest.sha256(Ledger.id().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    /** Accepted, and a retry gets the very same answer. */
    private static Response accepted(String bearer, PartyId actor, Body body) {
        Statement statement = statement(actor, body);
        Response first = submit(bearer, statement);
        first.then().statusCode(201);
        assertThat(submit(bearer, statement).asString()).isEqualTo(first.asString());
        return first;
    }

    private static ValidatableResponse lot(LotId lot) {
        return given().header("Authorization", registry())
                .get("/lots/" + lot)
                .then()
                .statusCode(200);
    }
}

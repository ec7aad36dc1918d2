package io.lodestone.custody;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.LotRegistered;
import io.lodestone.evidence.statement.LotsTransformed;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.Site;
import io.lodestone.evidence.statement.Statement;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BulkTest {

    private static final String PROBLEMS = "https://lodestone.example/problems/";

    private static ValidatableResponse bulk(String bearer, List<String> items) {
        return given().header("Authorization", bearer)
                .contentType("application/json")
                .body("{\"items\":[" + String.join(",", items) + "]}")
                .post("/statements/bulk")
                .then();
    }

    private static String item(PartyId party, Site site) {
        return Ledger.body(Ledger.statement(party, Ledger.aDysprosiumOxideLot(site)));
    }

    @Test
    void a_thousand_are_decided_in_their_order_and_again_to_the_same_answer() {
        PartyId party = Ledger.aParty();
        Site site = Ledger.aSite(party);
        List<String> items = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            items.add(item(party, site));
        }
        String first = bulk(Ledger.registry(), items).statusCode(200).extract().asString();
        List<Integer> indices = io.restassured.path.json.JsonPath.from(first).getList("results.index");
        assertThat(indices).hasSize(1_000).doesNotContainNull().isSorted();
        assertThat(bulk(Ledger.registry(), items).statusCode(200).extract().asString())
                .isEqualTo(first);
    }

    @Test
    void each_has_the_answer_that_it_would_have_had_alone() {
        PartyId party = Ledger.aParty();
        Site site = Ledger.aSite(party);
        Statement lot = Ledger.statement(party, Ledger.aDysprosiumOxideLot(site));
        Statement again = Ledger.statement(party, lot.body());
        Statement offer =
                Ledger.statement(party, Ledger.anOffer(((LotRegistered) lot.body()).lot(), 1, Ledger.aParty()));
        bulk(
                        Ledger.registry(),
                        List.of(
                                Ledger.body(lot),
                                Ledger.body(again),
                                "{\"statement\":1.5}",
                                Ledger.body(lot).replace("\"annexes\":[],\"signature\"", "\"annexes\":7,\"signature\""),
                                Ledger.body(lot).replace("LotRegistered", "LotInvented"),
                                Ledger.body(offer),
                                item(party, site)))
                .statusCode(200)
                .body("results.status", equalTo(List.of(201, 409, 400, 400, 422, 403, 201)))
                .body("results.position", equalTo(List.of(0, 1, 2, 3, 4, 5, 6)))
                .body("results[1].problem.type", equalTo(PROBLEMS + "lot-exists"))
                .body("results[2].problem.field", equalTo("items[2].statement"))
                .body("results[3].problem.field", equalTo("items[3].annexes"))
                .body("results[4].problem.field", equalTo("items[4].statement.type"))
                .body("results[5].problem.type", equalTo(PROBLEMS + "submitter-not-allowed"));
        Ledger.submit(Ledger.registry(), lot).then().statusCode(201);
        Ledger.submit(Ledger.registry(), again).then().statusCode(409);
    }

    @Test
    void one_may_build_on_what_stands_ahead_of_it_and_a_party_submits_only_what_is_its_own() {
        PartyId party = Ledger.aParty();
        Stock stock = Stock.unregistered(party, Ledger.aSite(party));
        LotsTransformed split = stock.split(new Mass(1_000_000), new Mass(1_000));
        bulk(
                        Ledger.registry(),
                        List.of(
                                Ledger.body(Ledger.statement(party, split)),
                                Ledger.body(Ledger.statement(party, stock.registered())),
                                Ledger.body(Ledger.statement(party, split))))
                .body("results[0].problem.type", equalTo(PROBLEMS + "not-holder"))
                .body("results.status[1]", equalTo(201))
                .body("results.status[2]", equalTo(201));
        Statement offer = Ledger.statement(party, Ledger.anOffer(Ledger.aLotOf(party), 1, Ledger.aParty()));
        bulk(
                        Ledger.bearer(party),
                        List.of(
                                Ledger.body(offer),
                                item(party, stock.registered().site())))
                .body("results.status", equalTo(List.of(201, 403)));
    }

    @Test
    void a_thousand_and_one_and_a_byte_over_16_MiB_are_refused_as_a_whole() {
        bulk(Ledger.registry(), java.util.Collections.nCopies(1_001, "{}"))
                .statusCode(413)
                .body("field", equalTo("items"));
        int max = 16 << 20;
        String frame = "{\"items\":[]}";
        bulk(Ledger.registry(), List.of(" ".repeat(max - frame.length()))).statusCode(200);
        bulk(Ledger.registry(), List.of(" ".repeat(max - frame.length() + 1)))
                .statusCode(413)
                .body("bound", equalTo(String.valueOf(max)));
    }
}

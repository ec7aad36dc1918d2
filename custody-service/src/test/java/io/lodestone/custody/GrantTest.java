package io.lodestone.custody;

import static io.lodestone.custody.Ledger.aLotOf;
import static io.lodestone.custody.Ledger.aParty;
import static io.lodestone.custody.Ledger.bearer;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.kit.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GrantTest {

    private static final OffsetDateTime LONG_AGO = OffsetDateTime.parse("2026-01-01T00:00:00Z");

    private static ValidatableResponse lot(PartyId auditor, LotId lot) {
        return given().header(
                        "Authorization", TestTokens.party(auditor, "auditor").bearer())
                .get("/lots/" + lot)
                .then();
    }

    private static Response post(PartyId party, String key, String path, String body) {
        return given().header("Authorization", bearer(party))
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post(path);
    }

    private static String request(PartyId auditor, String scope) {
        return "{\"auditor\":\"%s\",\"scope\":%s,\"from\":\"2026-01-01T00:00:00.000+01:00\",\"until\":\"2099-01-01T00:00:00.000Z\"}"
                .formatted(auditor, scope);
    }

    @Test
    void a_grant_is_given_once_listed_for_both_and_withdrawn_for_good() {
        PartyId party = aParty();
        PartyId auditor = aParty();
        LotId lot = aLotOf(party);
        String key = Ledger.id().toString();
        Response given = post(party, key, "/grants", request(auditor, "\"all\""));
        given.then().statusCode(201);
        String grant = given.path("grant");
        assertThat(post(party, key, "/grants", request(auditor, "\"all\"")).asString())
                .isEqualTo(given.asString());
        post(party, key, "/grants", request(auditor, "[\"" + lot + "\"]"))
                .then()
                .statusCode(409)
                .body("type", endsWith("/statement-id-reused"));
        lot(auditor, lot).statusCode(200).body("spendSecret", notNullValue());
        lot(aParty(), lot).statusCode(404);
        given().header("Authorization", bearer(auditor))
                .get("/lots/" + lot)
                .then()
                .statusCode(404);
        for (PartyId side : List.of(party, auditor)) {
            given().header("Authorization", bearer(side))
                    .get("/grants")
                    .then()
                    .body("items", hasSize(1))
                    .body("items[0].grant", equalTo(grant))
                    .body("items[0].from", equalTo("2025-12-31T23:00:00.000Z"))
                    .body("items[0].state", equalTo("given"))
                    .body("next", nullValue());
        }
        String end = Ledger.id().toString();
        String path = "/grants/" + grant + "/withdrawal";
        Response withdrawn = given().header("Authorization", bearer(party))
                .header("Idempotency-Key", end)
                .post(path);
        withdrawn.then().statusCode(201);
        assertThat(given().header("Authorization", bearer(party))
                        .header("Idempotency-Key", end)
                        .post(path)
                        .asString())
                .isEqualTo(withdrawn.asString());
        given().header("Authorization", bearer(party))
                .post(path)
                .then()
                .statusCode(409)
                .body("type", endsWith("/grant-withdrawn"));
        lot(auditor, lot).statusCode(404);
    }

    @Test
    void the_secret_goes_to_auditors_of_the_holder_alone() {
        Chain chain = new Chain();
        PartyId ofOwner = aParty();
        PartyId ofHolder = aParty();
        Chain.grant(chain.owner, ofOwner, Optional.empty(), LONG_AGO, LONG_AGO.plusYears(9));
        Chain.grant(chain.holder, ofHolder, Optional.of(List.of(chain.lot)), LONG_AGO, LONG_AGO.plusYears(9));
        lot(ofOwner, chain.lot).statusCode(200).body("spendSecret", nullValue());
        lot(ofHolder, chain.lot).statusCode(200).body("spendSecret", notNullValue());
        PartyId elsewhere = aParty();
        Chain.grant(chain.holder, elsewhere, Optional.of(List.of(chain.other)), LONG_AGO, LONG_AGO.plusYears(9));
        lot(elsewhere, chain.lot).statusCode(404);
        PartyId past = aParty();
        Chain.grant(chain.holder, past, Optional.empty(), LONG_AGO, LONG_AGO.plusDays(1));
        lot(past, chain.lot).statusCode(404);
    }

    @Test
    void a_grant_that_says_nothing_is_refused() {
        PartyId party = aParty();
        PartyId auditor = aParty();
        post(party, Ledger.id().toString(), "/grants", request(auditor, "[]"))
                .then()
                .statusCode(400);
        post(party, Ledger.id().toString(), "/grants", request(auditor, "\"some\""))
                .then()
                .statusCode(400);
        post(party, Ledger.id().toString(), "/grants", request(party, "\"all\""))
                .then()
                .statusCode(422)
                .body("type", endsWith("/party-unknown"));
        post(
                        party,
                        Ledger.id().toString(),
                        "/grants",
                        request(auditor, "\"all\"").replace("2099", "2025"))
                .then()
                .statusCode(400)
                .body("field", endsWith("until"));
    }
}

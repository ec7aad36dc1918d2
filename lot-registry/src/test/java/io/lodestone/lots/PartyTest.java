package io.lodestone.lots;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.lodestone.evidence.statement.PartyId;
import io.lodestone.kit.testing.TestTokens;
import io.lodestone.lots.Scene.Plant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(CustodyResource.class)
class PartyTest {

    private static Plant party() {
        return new Plant(Scene.party("CN"), new io.lodestone.evidence.statement.FacilityId(Scene.id()), "refiner");
    }

    private static ValidatableResponse describe(Plant plant, String since, String owners) {
        return plant.post(
                "/parties/" + plant.party() + "/descriptions",
                "{\"eventTime\":\"%s\",\"name\":\"Works\",\"identifiers\":[{\"scheme\":\"lei\",\"value\":\"506700GE1G29325QX363\"}],\"owners\":[%s]}"
                        .formatted(since, owners));
    }

    private static String owner(PartyId party, String share) {
        return "{\"party\":\"%s\",\"share\":\"%s\"}".formatted(party, share);
    }

    private static ValidatableResponse ownership(Plant plant, String query) {
        return Scene.registrar()
                .get("/parties/" + plant.party() + "/ownership" + query)
                .then();
    }

    @Test
    void who_owned_a_party_is_answered_as_of_a_day_and_old_descriptions_stay() {
        Plant party = party();
        Plant before = party();
        Plant after = party();
        describe(party, "2026-03-01T00:00:00.000Z", owner(before.party(), "1")).statusCode(201);
        describe(party, "2026-09-01T00:00:00.000Z", owner(after.party(), "0.6")).statusCode(201);
        ownership(party, "?asOf=2026-02-28").statusCode(200).body("owners", hasSize(0));
        ownership(party, "?asOf=2026-08-31")
                .body("owners.party", contains(before.party().toString()));
        ownership(party, "?asOf=2026-09-01T00:00:00.000Z")
                .body("owners.party", contains(after.party().toString()))
                .body("owners[0].product", equalTo("3/5"))
                .body("stated[0].index", notNullValue());
        party.get("/parties/" + party.party() + "/descriptions")
                .body("items", hasSize(3))
                .body("items[1].owners[0].party", equalTo(before.party().toString()))
                .body("items[1].eventTime", equalTo("2026-03-01T00:00:00.000Z"))
                .body("items[0].name", equalTo("Party " + party.party()));
        party.get("/parties/" + party.party())
                .body("name", equalTo("Party " + party.party()))
                .body("description.identifiers", hasSize(0));
    }

    @Test
    void three_readings_of_half_are_given_and_their_disagreement_is_undetermined() {
        Plant party = party();
        Plant middle = party();
        Plant top = party();
        describe(party, "2026-03-01T00:00:00.000Z", owner(middle.party(), "0.5"))
                .statusCode(201);
        describe(middle, "2026-03-01T00:00:00.000Z", owner(top.party(), "0.5")).statusCode(201);
        ownership(party, "?asOf=2026-04-01&listed=" + top.party())
                .body("listed.majorities", equalTo(true))
                .body("listed.product", equalTo("1/4"))
                .body("listed.summed", equalTo("1/2"))
                .body("listed.half", equalTo("undetermined"))
                .body("owners[1].chains[0].links.share", contains("0.5", "0.5"));
        describe(top, "2026-03-01T00:00:00.000Z", owner(party.party(), "0.1")).statusCode(201);
        ownership(party, "?asOf=2026-04-01").body("cyclic", equalTo(true));
        // The party itself sees whom it named, and not who owns those.
        party.get("/parties/" + party.party() + "/ownership?asOf=2026-04-01")
                .body("owners.party", contains(middle.party().toString()))
                .body("complete", equalTo(false));
        io.restassured.RestAssured.given()
                .header(
                        "Authorization",
                        TestTokens.service("certificate-service").bearer())
                .get("/parties/" + party.party() + "/ownership?asOf=2026-04-01")
                .then()
                .body("owners", hasSize(2));
    }

    @Test
    void a_description_that_holds_later_is_not_the_present_one_and_the_registrar_may_state_one() {
        Plant party = party();
        Scene.registrar()
                .body("{\"eventTime\":\"2026-11-01T00:00:00.000Z\",\"name\":\"As the register has it\"}")
                .post("/parties/" + party.party() + "/descriptions")
                .then()
                .statusCode(201);
        party.get("/parties/" + party.party()).body("country", equalTo("CN"));
        describe(party, "2099-01-01T00:00:00.000Z", "")
                .statusCode(422)
                .body("type", equalTo(Scene.problem("time-in-future")));
        party().get("/parties/" + party.party()).body("name", nullValue()).body("description", nullValue());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"scheme":"lei","value":"506700GE1G29325QX364"} | identifiers[0].value
            {"scheme":"uscc","value":"914403001922038217"}  | identifiers[0].value
            {"scheme":"gln","value":"9501101530004"}        | identifiers[0].value
            {"scheme":"tax","value":"1"}                    | identifiers[0].scheme
            """)
    void identifiers_with_a_wrong_check_digit_are_refused(String identifier, String field) {
        Scene.registrar()
                .body("{\"country\":\"CN\",\"name\":\"X\",\"identifiers\":[%s]}".formatted(identifier))
                .post("/parties")
                .then()
                .statusCode(400)
                .body("field", equalTo(field));
    }
}

package io.lodestone.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.certificates.testing.Magnets;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonNull;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ValuationTest extends ServiceScene {

    @Test
    void refuses_prices_that_count_an_element_twice() {
        JsonObject valuation = (JsonObject) request().get("valuation");
        List<Json> prices = List.of(
                Json.object().put("pricePerKg", "400").put("substance", "Dy").build(),
                Json.object().put("pricePerKg", "190").put("substance", "Dy2O3").build());
        refused(
                issue(Magnets.newId(), request().with("valuation", valuation.with("prices", Json.array(prices))))
                        .then(),
                400,
                "malformed");
    }

    private static JsonObject price(String substance, String perKg) {
        return Json.object()
                .put("pricePerKg", perKg)
                .put("substance", substance)
                .build();
    }

    private JsonObject valuation(String member, Json value) {
        return ((JsonObject) request().get("valuation")).with(member, value);
    }

    /** In a certificate's request as in a question. */
    private void refusedEverywhere(String member, Json value, int status, String slug) {
        int submissions = others.submissions();
        refused(issue(Magnets.newId(), request().with(member, value)).then(), status, slug);
        JsonObject asked = question("2026-11-22").with(member, value);
        refused(asking(asked).post("/determinations").then(), status, slug);
        assertThat(others.submissions()).isEqualTo(submissions);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dy(2)O3", "Xx2O3", "Dy0O3", "dy2o3", "Dy2O3;DROP", "2Dy", ""})
    void refuses_a_price_of_what_is_no_substance(String substance) {
        Json prices = Json.array(List.of(price(substance, "190")));

        refusedEverywhere("valuation", valuation("prices", prices), 400, "malformed");
    }

    @Test
    void refuses_one_substance_with_two_prices() {
        Json prices = Json.array(List.of(price("Dy2O3", "190"), price("Dy2O3", "200")));

        refusedEverywhere("valuation", valuation("prices", prices), 400, "not-canonical");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1e3", "1,5", "00.5", "", "NaN", "9999999999999999999999999999999999999"})
    void refuses_a_price_that_is_no_positive_decimal(String perKg) {
        Json prices = Json.array(List.of(price("Dy2O3", perKg)));

        refusedEverywhere("valuation", valuation("prices", prices), 400, "malformed");
        refusedEverywhere("valuation", valuation("itemPricePerKg", Json.string(perKg)), 400, "malformed");
    }

    @Test
    void refuses_another_basis_or_currency() {
        refusedEverywhere("valuation", valuation("basis", Json.string("spot")), 400, "malformed");
        refusedEverywhere("valuation", valuation("currency", Json.string("usd")), 400, "malformed");
        refusedEverywhere("valuation", Json.string("120"), 400, "wrong-type");
    }

    @ParameterizedTest
    @CsvSource({
        "1000.000000001, 400, out-of-bounds",
        "1000000001, 422, mass-too-large",
        "0, 422, mass-not-positive",
        "0.0000000001, 422, mass-too-precise",
        "1e3, 400, malformed",
    })
    void refuses_a_mass_the_lot_does_not_hold(String massKg, int status, String slug) {
        refusedEverywhere("massKg", Json.string(massKg), status, slug);
    }

    @ParameterizedTest
    @ValueSource(strings = {"prices", "itemPricePerKg"})
    void what_is_not_priced_is_unknown_and_still_answered(String unpriced) {
        Json none = unpriced.equals("prices") ? Json.array(List.of()) : JsonNull.NULL;
        JsonObject asked = question("2026-11-22").with("valuation", valuation(unpriced, none));

        Response answer = asking(asked).post("/determinations");

        answer.then().statusCode(200);
        assertThat(answer.<String>path("determinations[0].outcome")).isEqualTo("UNDETERMINED");
        issue(Magnets.newId(), request().with("valuation", valuation(unpriced, none)))
                .then()
                .statusCode(201);
    }
}

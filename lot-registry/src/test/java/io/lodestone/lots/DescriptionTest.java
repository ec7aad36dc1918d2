package io.lodestone.lots;

import static io.lodestone.lots.Scene.plant;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.lodestone.evidence.statement.LotId;
import io.lodestone.lots.Scene.Plant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(CustodyResource.class)
class DescriptionTest {

    private static final String BARE = "\"description\":{\"custodyModel\":\"segregated\"}";

    private static final String DESCRIBED = """
            "description":{"custodyModel":"mass-balance","control":{"code":"1C902","list":"MOFCOM 2025-18"},
              "customs":{"code":"284690","tariff":"HS 2022"},"customsOrigin":{"country":"CN","rule":"wholly obtained"},
              "grade":"99.5 %","grossKg":"2.25","moisture":"0.001"},
            "details":{"packagingMarks":["DRUM 1/2","DRUM 2/2"],
              "identifiers":[{"digitalLink":"http://shop.example/dl/01/4006381333931/10/A%2f7?17=271122"},
                {"scheme":"SSCC","value":"106141412345678908"},{"scheme":"ERP","value":"4711"}],
              "coating":"NiCuNi 20 µm","glue":"epoxy",
              "value":{"amount":"5150.33","currency":"USD","date":"2026-11-20","incoterm":"FOB","taxIncluded":false,
                "marketReference":"Dy2O3 1,330 CNY/kg on 2026-02-03"},
              "licence":{"number":"L-1","kind":"general","expiry":"2027-11-27","endUserPledge":"civil"},
              "complianceNotice":"N-1","flowRecord":"F-1","agreement":"A-1","radioactivityBqPerG":"0.8",
              "labels":["conflict-free"]}""";

    private static String described(LotId lot, Plant plant, String description) {
        return Scene.dysprosiumOxide(lot, plant, "2").replace(BARE, description);
    }

    @Test
    void what_is_stated_of_a_lot_is_shown_again() {
        Plant refiner = plant("CN", "refiner");
        LotId lot = Scene.lot();
        refiner.post("/lots", described(lot, refiner, DESCRIBED)).statusCode(201);
        refiner.get("/lots/" + lot)
                .statusCode(200)
                .body("description.custodyModel", equalTo("mass-balance"))
                .body("description.control.list", equalTo("MOFCOM 2025-18"))
                .body("description.customs.tariff", equalTo("HS 2022"))
                .body("description.customsOrigin.rule", equalTo("wholly obtained"))
                .body("description.grade", equalTo("99.5 %"))
                .body("description.grossKg", equalTo("2.25"))
                .body("description.moisture", equalTo("0.001"))
                .body("eventTime", equalTo("2026-11-02T09:00:00.000+08:00"))
                .body("recorded", notNullValue())
                .body("facility", equalTo(refiner.facility().toString()))
                .body("details.packagingMarks", contains("DRUM 1/2", "DRUM 2/2"))
                .body(
                        "details.identifiers.value",
                        contains("https://id.gs1.org/01/04006381333931/10/A%2F7", "106141412345678908", "4711"))
                .body("details.value.amount", equalTo("5150.33"))
                .body("details.value.taxIncluded", equalTo(false))
                .body("details.licence.endUserPledge", equalTo("civil"))
                .body("details.radioactivityBqPerG", equalTo("0.8"))
                .body("details.labels", contains("conflict-free"));
    }

    @Test
    void a_price_is_for_who_stated_it_and_a_licence_goes_with_the_lot() {
        Plant refiner = plant("CN", "refiner");
        Plant trader = plant("JP", "trader");
        Plant buyer = plant("DE", "manufacturer");
        LotId lot = Scene.lot();
        refiner.post("/lots", described(lot, refiner, DESCRIBED)).statusCode(201);
        Chain.handOver(refiner, trader, lot, 1, "2", true);
        Chain.handOver(trader, buyer, lot, 3, "2", true);
        refiner.get("/lots/" + lot)
                .body("details.value.amount", equalTo("5150.33"))
                .body("details.licence.number", equalTo("L-1"));
        trader.get("/lots/" + lot)
                .statusCode(200)
                .body("standing", equalTo("HANDED_OVER"))
                .body("details", not(hasKey("value")))
                .body("details", not(hasKey("licence")))
                .body("details", not(hasKey("agreement")))
                .body("details.coating", equalTo("NiCuNi 20 µm"));
        buyer.get("/lots/" + lot)
                .body("facility", nullValue())
                .body("details", not(hasKey("value")))
                .body("details.licence.number", equalTo("L-1"))
                .body("details.agreement", equalTo("A-1"));
        plant("US", "manufacturer").get("/lots/" + lot).statusCode(404);
    }

    @Test
    void an_output_is_described_as_a_lot_is() {
        Plant maker = plant("DE", "manufacturer");
        LotId oxide = Scene.registered(maker, "2");
        LotId part = Scene.lot();
        String output =
                "{\"kind\":\"product\",\"lot\":\"" + part + "\",\"form\":\"oxide\",\"massKg\":\"1\"," + DESCRIBED + "}";
        maker.post(
                        "/transformations",
                        Scene.transformation(
                                maker,
                                "split",
                                "[{\"lot\":\"" + oxide + "\",\"consumedKg\":\"1\"}]",
                                "[" + output + "]"))
                .statusCode(201)
                .body("outputs[0].description.grade", equalTo("99.5 %"));
        maker.get("/lots/" + part)
                .body("description.grossKg", equalTo("2.25"))
                .body("details.flowRecord", equalTo("F-1"))
                .body("facility", equalTo(maker.facility().toString()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "custodyModel":"mass-balance", |                              | 400 | description.custodyModel
            mass-balance        | mixed                                   | 400 | description.custodyModel
            "284690"            | "2846.90"                               | 400 | description
            "list"              | "tariff"                                | 400 | description.control.list
            "country":"CN","rule" | "country":"XX","rule"                 | 400 | description.customsOrigin.country
            "2.25"              | "1.999999999"                           | 422 | body.description.grossUg
            "moisture":"0.001"  | "moisture":"0.9"                        | 422 | body.description.moisture
            4006381333931       | 4006381333932                           | 400 | details.identifiers[0].digitalLink
            /01/                | /02/                                    | 400 | details.identifiers[0].digitalLink
            106141412345678908  | 106141412345678909                      | 400 | details.identifiers[1].value
            106141412345678908  | 10614141234567890                       | 400 | details.identifiers[1].value
            "USD"               | "usd"                                   | 400 | details.value.currency
            "FOB"               | "FOO"                                   | 400 | details.value.incoterm
            "2026-11-20"        | "2026-02-30"                            | 400 | details.value.date
            "glue"              | "colour"                                | 400 | details.colour
            """)
    void what_says_nothing_is_refused_with_its_field(String part, String instead, int status, String field) {
        Plant refiner = plant("CN", "refiner");
        String body = described(Scene.lot(), refiner, DESCRIBED.replace(part, instead == null ? "" : instead));
        refiner.post("/lots", body).statusCode(status).body("field", equalTo(field));
    }

    @Test
    void nothing_is_recorded_without_its_custody_model() {
        Plant refiner = plant("CN", "refiner");
        refiner.postAsIs("/lots", Scene.key(), described(Scene.lot(), refiner, "\"details\":{}"))
                .statusCode(400)
                .body("type", equalTo(Scene.problem("missing-field")))
                .body("field", equalTo("description"))
                .body("detail", containsString("custody model of ISO 22095"));
    }

    @Test
    void every_list_and_text_has_its_bound() {
        Plant refiner = plant("CN", "refiner");
        String marks = "\"x\",".repeat(32) + "\"x\"";
        refiner.post("/lots", described(Scene.lot(), refiner, BARE + ",\"details\":{\"labels\":[" + marks + "]}"))
                .statusCode(413)
                .body("field", equalTo("details.labels"));
        String text = "x".repeat(129);
        refiner.post("/lots", described(Scene.lot(), refiner, BARE + ",\"details\":{\"glue\":\"" + text + "\"}"))
                .statusCode(400)
                .body("field", equalTo("details.glue"));
    }
}

package io.lodestone.lots;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.is;

import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.StatementId;
import io.lodestone.evidence.statement.Uuid7;
import io.lodestone.kit.testing.TestTokens;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.security.SecureRandom;
import java.time.Instant;

/** Parties, facilities and requests for tests. The registrar is one for the whole module: it opened the log. */
final class Scene {

    static final PartyId REGISTRAR = PartyId.parse("01a20228-8660-7a01-8b02-0c03d4e5f699");
    private static final String SEGREGATED = "\"description\":{\"custodyModel\":\"segregated\"}";
    private static boolean open;

    private Scene() {}

    static Uuid7 id() {
        byte[] bytes = new byte[10];
        new SecureRandom().nextBytes(bytes);
        return Uuid7.of(Instant.now().toEpochMilli(), bytes);
    }

    static StatementId key() {
        return new StatementId(id());
    }

    static LotId lot() {
        return new LotId(id());
    }

    /** A party with one facility in its country. */
    record Plant(PartyId party, FacilityId facility, String role) {

        String bearer() {
            return TestTokens.party(party, role).bearer();
        }

        RequestSpecification asking() {
            return given().header("Authorization", bearer());
        }

        /** Lots that the body makes and does not describe get the least description that there is. */
        ValidatableResponse post(String path, StatementId key, String body) {
            return postAsIs(path, key, described(path, body));
        }

        ValidatableResponse postAsIs(String path, StatementId key, String body) {
            return asking().header("Idempotency-Key", key.toString())
                    .contentType("application/json")
                    .body(body)
                    .post(path)
                    .then();
        }

        ValidatableResponse post(String path, String body) {
            return post(path, key(), body);
        }

        ValidatableResponse put(String path, String body) {
            return asking().contentType("application/json").body(body).put(path).then();
        }

        ValidatableResponse get(String path) {
            return asking().get(path).then();
        }
    }

    static RequestSpecification registrar() {
        return given().header(
                        "Authorization",
                        TestTokens.party(REGISTRAR, "registrar").bearer())
                .contentType("application/json");
    }

    static synchronized PartyId party(String country) {
        if (!open) {
            admit(REGISTRAR, "DE");
            open = true;
        }
        PartyId party = new PartyId(id());
        admit(party, country);
        return party;
    }

    private static void admit(PartyId party, String country) {
        registrar()
                .body("{\"party\":\"%s\",\"country\":\"%s\",\"name\":\"Party %s\"}".formatted(party, country, party))
                .post("/parties")
                .then()
                .statusCode(anyOf(is(201), is(409)));
    }

    static Plant plant(String country, String role) {
        Plant plant = new Plant(party(country), new FacilityId(id()), role);
        plant.post(
                        "/facilities",
                        "{\"facility\":\"%s\",\"country\":\"%s\",\"name\":\"Works\"}"
                                .formatted(plant.facility(), country))
                .statusCode(201);
        return plant;
    }

    /** Chinese dysprosium oxide of the worked example: 99.5 % with its uncertainty. */
    static String dysprosiumOxide(LotId lot, Plant plant, String massKg) {
        return oxide(
                lot,
                plant,
                massKg,
                "CN",
                "\"substance\":\"Dy2O3\",\"fraction\":\"0.995\","
                        + "\"uncertainty\":\"0.002\",\"coverageFactor\":\"2\"");
    }

    static String oxide(LotId lot, Plant plant, String massKg, String country, String component) {
        return """
                {"lot":"%s","form":"oxide","massKg":"%s","description":{"custodyModel":"segregated"},"eventTime":"2026-11-02T09:00:00.000+08:00",
                 "facility":"%s","operatorName":"Works","ownership":["%4$s"],
                 "material":[{%5$s,"profile":{"recycled":"none","steps":[
                   {"step":"mined","countries":["%4$s"],"operatorName":"Mine","ownership":["%4$s"],"technology":["%4$s"]},
                   {"step":"separated","countries":["%4$s"],"operatorName":"Works","ownership":["%4$s"],"technology":["%4$s"]}
                 ]}}]}""".formatted(lot, massKg, plant.facility(), country, component);
    }

    static LotId registered(Plant plant, String massKg) {
        LotId lot = lot();
        plant.post("/lots", dysprosiumOxide(lot, plant, massKg)).statusCode(201);
        return lot;
    }

    /** A transformation without a step; inputs and outputs are JSON arrays. */
    static String transformation(Plant plant, String process, String inputs, String outputs) {
        return """
                {"process":"%s","facility":"%s","ownership":["DE"],"technology":["DE"],
                 "eventTime":"2026-11-03T09:00:00.000+01:00","inputs":%s,"outputs":%s}""".formatted(process, plant.facility(), inputs, outputs);
    }

    static String described(String path, String body) {
        if (body.contains("\"description\"")) {
            return body;
        } else if (path.equals("/lots")) {
            return body.replaceFirst("\\{", "{" + SEGREGATED + ",");
        }
        return path.equals("/transformations")
                ? body.replaceAll("\"kind\":\"(product|by-product)\"", "$0," + SEGREGATED)
                : body;
    }

    static String problem(String slug) {
        return "https://lodestone.example/problems/" + slug;
    }
}

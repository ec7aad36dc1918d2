package io.lodestone.certificates;

import static io.restassured.RestAssured.given;

import io.lodestone.certificates.testing.Magnets;
import io.lodestone.evidence.statement.PartyId;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AccessTest extends ServiceScene {

    @ParameterizedTest
    @ValueSource(strings = {"", "/bundle", "/jwt"})
    void nobody_but_the_issuer_sees_a_certificate(String part) {
        String id = issue(Magnets.newId(), request()).path("certificate");
        PartyId other = PartyId.parse(Magnets.newId());

        refused(as(other, "exporter").get("/certificates/" + id + part).then(), 404, "certificate-unknown");
        refused(as(maker, "exporter").get("/certificates/nonsense" + part).then(), 404, "certificate-unknown");
    }

    @Test
    void each_role_may_do_its_own() {
        refused(
                as(maker, "manufacturer")
                        .post("/rulesets/2026-11-22.1/publication")
                        .then(),
                403,
                "role-missing");
        RequestSpecification auditor = as(maker, "auditor").contentType(ContentType.JSON);
        refused(auditor.body("{}").post("/determinations").then(), 403, "role-missing");
        refused(auditor.body("{}").post("/certificates").then(), 403, "role-missing");
        refused(given().get("/rulesets").then(), 401, "token-missing");
        refused(given().get("/certificates/" + lot).then(), 401, "token-missing");
    }
}

package io.lodestone.certificates;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.certificates.testing.Magnets;
import io.lodestone.certificates.testing.StandIns;
import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.certificate.BundleVerifier;
import io.lodestone.evidence.certificate.TrustFile;
import io.lodestone.evidence.certificate.Verification;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.kit.testing.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** A maker with a lot of magnets, before the running service; custody-service and lot-registry are stand-ins. */
abstract class ServiceScene {

    private static final String PROBLEM = "https://lodestone.example/problems/";
    static final PartyId REGISTRAR = PartyId.parse(Magnets.newId());

    @Inject
    StandIns others;

    final PartyId maker = PartyId.parse(Magnets.newId());
    final String lot = Magnets.newId();

    @BeforeEach
    void a_lot_of_magnets_under_a_published_ruleset() {
        others.receiptsAway(false);
        others.forging(false);
        others.growing(false);
        others.dossier(lot, maker.toString(), Magnets.dossier(lot, maker.toString()));
        publish().then().statusCode(201);
    }

    static RequestSpecification as(PartyId party, String role) {
        return given().header("Authorization", TestTokens.party(party, role).bearer());
    }

    static Response publish() {
        return as(REGISTRAR, "registrar").post("/rulesets/2026-11-22.1/publication");
    }

    RequestSpecification asking(JsonObject body) {
        return as(maker, "manufacturer").contentType(ContentType.JSON).body(CanonicalJson.bytes(body));
    }

    JsonObject request() {
        return Magnets.shipment(lot).with("date", Json.string("2026-11-22"));
    }

    Response issue(String key, JsonObject body) {
        return asking(body).header("Idempotency-Key", key).post("/certificates");
    }

    JsonObject question(String... dates) {
        return Magnets.shipment(lot)
                .with("dates", Json.strings(List.of(dates)))
                .with("originPolicies", Json.strings(List.of("traced-through", "metal-made-in")));
    }

    byte[] bundle(String id) {
        return as(maker, "manufacturer")
                .get("/certificates/" + id + "/bundle")
                .then()
                .statusCode(200)
                .contentType("application/vnd.lodestone.bundle+json")
                .extract()
                .asByteArray();
    }

    void verified(String id) {
        TrustFile trust = TrustFile.read(
                given().get("/trust").then().statusCode(200).extract().asByteArray());
        assertThat(trust.rulesetPublishers()).containsExactly(REGISTRAR);
        Verification result = new BundleVerifier(trust).verify(bundle(id));
        assertThat(result).isInstanceOf(Verification.Verified.class);
    }

    String state(String id) {
        return as(maker, "manufacturer").get("/certificates/" + id).path("state");
    }

    void awaitSigned(String id) {
        long end = System.nanoTime() + 15_000_000_000L;
        while (!state(id).equals("SIGNED") && System.nanoTime() < end) {
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
        assertThat(state(id)).isEqualTo("SIGNED");
    }

    static void refused(ValidatableResponse answer, int status, String slug) {
        String type = answer.statusCode(status)
                .contentType("application/problem+json")
                .extract()
                .path("type");
        assertThat(type).isEqualTo(PROBLEM + slug);
    }
}

package io.lodestone.certificates;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.certificates.testing.CrashingCertificates;
import io.lodestone.certificates.testing.CrashingCertificates.After;
import io.lodestone.certificates.testing.Magnets;
import io.lodestone.certificates.testing.StandIns;
import io.lodestone.certificates.testing.StandIns.Fault;
import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.certificate.BundleVerifier;
import io.lodestone.evidence.certificate.TrustFile;
import io.lodestone.evidence.certificate.Verification;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.kit.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CertificateServiceTest {

    private static final String PROBLEM = "https://lodestone.example/problems/";
    private static final PartyId REGISTRAR = PartyId.parse(Magnets.newId());

    @Inject
    StandIns others;

    @Inject
    CrashingCertificates certificates;

    private final PartyId maker = PartyId.parse(Magnets.newId());
    private final String lot = Magnets.newId();

    @BeforeEach
    void a_lot_of_magnets_under_a_published_ruleset() {
        others.receiptsAway(false);
        others.growing(false);
        others.dossier(lot, maker.toString(), Magnets.dossier(lot, maker.toString()));
        publish().then().statusCode(201);
    }

    private static RequestSpecification as(PartyId party, String role) {
        return given().header("Authorization", TestTokens.party(party, role).bearer());
    }

    private static Response publish() {
        return as(REGISTRAR, "registrar").post("/rulesets/2026-11-22.1/publication");
    }

    private RequestSpecification asking(JsonObject body) {
        return as(maker, "manufacturer").contentType(ContentType.JSON).body(CanonicalJson.bytes(body));
    }

    private JsonObject request() {
        return Magnets.shipment(lot).with("date", Json.string("2026-11-22"));
    }

    private Response issue(String key, JsonObject body) {
        return asking(body).header("Idempotency-Key", key).post("/certificates");
    }

    private JsonObject question(String... dates) {
        return Magnets.shipment(lot)
                .with("dates", Json.strings(List.of(dates)))
                .with("originPolicies", Json.strings(List.of("traced-through", "metal-made-in")));
    }

    private static byte[] trust() {
        return given().get("/trust").then().statusCode(200).extract().asByteArray();
    }

    private byte[] bundle(String id) {
        return as(maker, "manufacturer")
                .get("/certificates/" + id + "/bundle")
                .then()
                .statusCode(200)
                .contentType("application/vnd.lodestone.bundle+json")
                .extract()
                .asByteArray();
    }

    private void verified(String id) {
        TrustFile trust = TrustFile.read(trust());
        assertThat(trust.rulesetPublishers()).containsExactly(REGISTRAR);
        Verification result = new BundleVerifier(trust).verify(bundle(id));
        assertThat(result).isInstanceOf(Verification.Verified.class);
    }

    private String state(String id) {
        return as(maker, "manufacturer").get("/certificates/" + id).path("state");
    }

    private void awaitSigned(String id) {
        long end = System.nanoTime() + 15_000_000_000L;
        while (!state(id).equals("SIGNED") && System.nanoTime() < end) {
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
        assertThat(state(id)).isEqualTo("SIGNED");
    }

    private static void refused(ValidatableResponse answer, int status, String slug) {
        String type = answer.statusCode(status)
                .contentType("application/problem+json")
                .extract()
                .path("type");
        assertThat(type).isEqualTo(PROBLEM + slug);
    }

    @Test
    void publishes_a_ruleset_once_and_lists_it() {
        int size = others.logSize();
        String first = publish().asString();
        assertThat(publish().asString()).isEqualTo(first);
        assertThat(others.logSize()).isEqualTo(size);

        Response list = as(maker, "trader").get("/rulesets");
        assertThat(list.<String>path("items[0].edition")).isEqualTo("2026-11-22.1");
        assertThat(list.<Integer>path("items[0].publishedIndex")).isPositive();
        Response one = as(maker, "trader").get("/rulesets/2026-11-22.1");
        assertThat(one.<String>path("document.type")).isEqualTo("lodestone-ruleset");
        assertThat(one.<String>path("jws")).isNotNull();
        refused(as(maker, "trader").get("/rulesets/2020-01-01.1").then(), 404, "ruleset-unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-11-06, NOT_REQUIRED, H",
        "2025-12-01, SUSPENDED(LICENCE), H",
        "2026-11-10, SUSPENDED(LICENCE), M",
        "2026-11-22, UNDETERMINED, L",
        "2027-01-11, UNDETERMINED, L"
    })
    void answers_the_worked_example(String date, String outcome, String certainty) {
        Response answer = asking(question(date)).post("/determinations");

        answer.then().statusCode(200);
        assertThat(answer.<String>path("determinations[0].outcome")).isEqualTo(outcome);
        String of61 = "determinations[0].measures.find { it.id == 'cn-mofcom-2025-61' }.";
        assertThat(answer.<String>path(of61 + "outcome")).isEqualTo(outcome);
        assertThat(answer.<String>path(of61 + "certainty")).isEqualTo(certainty);
        assertThat(answer.<String>path("determinations[0].measures.find { it.id == 'cn-mofcom-2025-18' }.outcome"))
                .isEqualTo("NOT_REQUIRED");
        assertThat(answer.<String>path("determinations[0].shares.byValue.lower.percent"))
                .isEqualTo("2.907464");
        assertThat(answer.<String>path("determinations[1].originPolicy")).isEqualTo("metal-made-in");
        assertThat(answer.<String>path("determinations[1].outcome")).isEqualTo("NOT_REQUIRED");
    }

    @Test
    void names_both_branches_of_an_undetermined_answer() {
        Response answer = asking(question("2026-11-22")).post("/determinations");

        assertThat(answer.<List<String>>path("determinations[0].branches.outcome"))
                .containsExactlyInAnyOrder("SUSPENDED(LICENCE)", "LICENCE");
    }

    @Test
    void refuses_questions_that_are_malformed() {
        refused(asking(question()).post("/determinations").then(), 400, "out-of-bounds");
        refused(
                asking(question("2026-11-22").with("colour", Json.string("red")))
                        .post("/determinations")
                        .then(),
                400,
                "unknown-field");
        refused(
                asking(question("2026-11-22").with("massKg", Json.string("1000.5")))
                        .post("/determinations")
                        .then(),
                400,
                "out-of-bounds");
        refused(
                asking(question("2026-11-22").with("massKg", Json.string("-1")))
                        .post("/determinations")
                        .then(),
                422,
                "mass-not-positive");
        refused(
                asking(question("2026-11-22").with("lot", Json.string(Magnets.newId())))
                        .post("/determinations")
                        .then(),
                404,
                "lot-unknown");
        refused(
                as(maker, "manufacturer")
                        .contentType(ContentType.JSON)
                        .body("{\"lot\":1e3}")
                        .post("/determinations")
                        .then(),
                400,
                "wrong-type");
    }

    @Test
    void issues_a_certificate_that_verifies_offline() {
        Response issued = issue(Magnets.newId(), request());

        issued.then().statusCode(201);
        assertThat(issued.<String>path("outcome")).isEqualTo("UNDETERMINED");
        assertThat(issued.<List<String>>path("branches.outcome"))
                .containsExactlyInAnyOrder("SUSPENDED(LICENCE)", "LICENCE");
        String id = issued.path("certificate");
        assertThat(issued.<String>path("links.bundle")).isEqualTo("/certificates/" + id + "/bundle");
        verified(id);
        String jwt =
                as(maker, "manufacturer").get("/certificates/" + id + "/jwt").asString();
        assertThat(new String(bundle(id), StandardCharsets.UTF_8)).contains("\"certificate\":\"" + jwt + "\"");
    }

    @Test
    void a_bundle_of_a_busy_log_leads_to_one_checkpoint() {
        others.growing(true);
        String id = issue(Magnets.newId(), request())
                .then()
                .statusCode(201)
                .extract()
                .path("certificate");
        others.growing(false);

        verified(id);
    }

    @Test
    void a_retry_gets_the_stored_answer_and_another_request_is_refused() {
        String key = Magnets.newId();
        String first = issue(key, request()).then().statusCode(201).extract().asString();
        int size = others.logSize();

        assertThat(issue(key, request()).then().statusCode(201).extract().asString())
                .isEqualTo(first);
        assertThat(others.logSize()).isEqualTo(size);
        JsonObject other = request().with("destination", Json.string("FR"));
        refused(issue(key, other).then(), 409, "statement-id-reused");
    }

    @Test
    void an_id_serves_one_certificate() {
        JsonObject body = request().with("certificate", Json.string(Magnets.newId()));
        issue(Magnets.newId(), body).then().statusCode(201);

        refused(issue(Magnets.newId(), body).then(), 409, "certificate-exists");
    }

    @ParameterizedTest
    @EnumSource(After.class)
    void a_crash_after_any_commit_loses_nothing(After after) {
        String id = Magnets.newId();
        JsonObject body = request().with("certificate", Json.string(id));
        int size = others.logSize();
        certificates.crashOnce(after);

        issue(Magnets.newId(), body).then().statusCode(after == After.NOTHING ? 201 : 500);

        awaitSigned(id);
        assertThat(others.logSize()).isEqualTo(size + 1);
        verified(id);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void a_log_that_fails_or_persists_but_fails_is_asked_again(Fault fault) {
        String key = Magnets.newId();
        String id = Magnets.newId();
        int size = others.logSize();
        others.next(fault);

        Response answer = issue(key, request().with("certificate", Json.string(id)));

        answer.then().statusCode(202).header("Location", "/certificates/" + id);
        awaitSigned(id);
        assertThat(others.logSize()).isEqualTo(size + 1);
        issue(key, request().with("certificate", Json.string(id))).then().statusCode(201);
        verified(id);
    }

    @Test
    void a_certificate_waits_for_a_checkpoint_that_covers_it() {
        others.receiptsAway(true);
        Response answer = issue(Magnets.newId(), request());
        answer.then().statusCode(202);
        String id = answer.path("certificate");
        assertThat(state(id)).isEqualTo("ACCEPTED");
        refused(as(maker, "manufacturer").get("/certificates/" + id + "/bundle").then(), 409, "certificate-not-signed");

        others.receiptsAway(false);

        awaitSigned(id);
        verified(id);
    }

    @ParameterizedTest
    @CsvSource({"certified-mass, 409", "not-owner, 422", "lot-moved, 409"})
    void passes_on_what_the_ledger_refuses(String slug, int status) {
        String key = Magnets.newId();
        String id = Magnets.newId();
        JsonObject body = request().with("certificate", Json.string(id));
        others.refuseNext(slug);

        refused(issue(key, body).then(), status, slug);

        int submissions = others.submissions();
        refused(issue(key, body).then(), status, slug);
        assertThat(others.submissions()).isEqualTo(submissions);
        assertThat(state(id)).isEqualTo("REFUSED");
    }

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

    @Test
    void refuses_an_idempotency_key_that_is_no_statement_id() {
        refused(issue("not-a-uuid", request()).then(), 400, "malformed");
    }

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
}

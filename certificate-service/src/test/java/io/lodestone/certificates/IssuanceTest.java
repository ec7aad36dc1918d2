package io.lodestone.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.certificates.testing.Magnets;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class IssuanceTest extends ServiceScene {

    @Test
    void certifies_nothing_that_is_being_computed_again_blocked_or_void() {
        JsonObject dossier = Magnets.dossier(lot, maker.toString());
        others.dossier(lot, maker.toString(), dossier.with("stale", Json.JsonBoolean.TRUE));
        refused(issue(Magnets.newId(), request()).then(), 409, "correction-pending");
        others.dossier(lot, maker.toString(), dossier.with("state", Json.string("BLOCKED")));
        refused(issue(Magnets.newId(), request()).then(), 409, "lot-blocked");
        others.dossier(lot, maker.toString(), dossier.with("state", Json.string("VOIDED")));
        refused(issue(Magnets.newId(), request()).then(), 409, "lot-voided");
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

    @Test
    void refuses_an_idempotency_key_that_is_no_statement_id() {
        refused(issue("not-a-uuid", request()).then(), 400, "malformed");
    }
}

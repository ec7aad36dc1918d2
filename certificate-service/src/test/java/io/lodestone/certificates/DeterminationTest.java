package io.lodestone.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.certificates.testing.Magnets;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class DeterminationTest extends ServiceScene {

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
    void decides_nothing_of_a_lot_that_is_being_computed_again() {
        others.dossier(
                lot, maker.toString(), Magnets.dossier(lot, maker.toString()).with("stale", Json.JsonBoolean.TRUE));

        Response answer = asking(question("2026-11-22")).post("/determinations");

        answer.then().statusCode(200);
        assertThat(answer.<List<String>>path("determinations.outcome")).containsOnly("UNDETERMINED");
        assertThat(answer.<List<String>>path("determinations[0].undecided")).containsExactly("correction-pending");
        assertThat(answer.<List<Object>>path("determinations[0].measures")).isEmpty();
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
    void refuses_a_body_over_the_limit() {
        JsonObject large = question("2026-11-22").with("endUse", Json.string("a".repeat(1 << 20)));

        refused(asking(large).post("/determinations").then(), 413, "too-large");
        refused(asking(large).post("/certificates").then(), 413, "too-large");
    }
}

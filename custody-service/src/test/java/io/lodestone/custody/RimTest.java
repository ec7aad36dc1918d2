package io.lodestone.custody;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RimTest {

    private static final String PROBLEMS = "https://lodestone.example/problems/";

    @TestHTTPResource(value = "/q/health", management = true)
    URI health;

    @Test
    void is_up_on_a_real_database() {
        given().get(health).then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void answers_an_unknown_path_with_a_problem() {
        given().get("/nowhere")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo(PROBLEMS + "not-found"));
    }

    @Test
    void refuses_a_body_over_one_mebibyte() {
        given().contentType("application/json")
                .body(new byte[(1 << 20) + 1])
                .post("/statements")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("type", equalTo(PROBLEMS + "too-large"))
                .body("bound", equalTo("1048576"));
    }
}

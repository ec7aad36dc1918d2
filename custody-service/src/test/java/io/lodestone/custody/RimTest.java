package io.lodestone.custody;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.lodestone.kit.actor.Role;
import io.lodestone.kit.testing.TestTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RimTest {

    private static final String PROBLEMS = "https://lodestone.example/problems/";

    @TestHTTPResource(value = "/health", management = true)
    URI health;

    @Test
    void is_up_on_a_real_database() {
        given().get(health).then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void refuses_a_request_without_a_token() {
        given().get("/rim")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo(PROBLEMS + "token-missing"));
        given().header("Authorization", TestTokens.service("lot-registry").bearer())
                .get("/rim")
                .then()
                .statusCode(200);
    }

    /** Stands in for any resource of this service that asks for a role. */
    @Path("/rim")
    public static class Rim {
        @GET
        @RolesAllowed(Role.Name.SERVICE)
        public String get() {
            return "in";
        }
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

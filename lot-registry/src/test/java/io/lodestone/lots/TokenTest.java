package io.lodestone.lots;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.lodestone.kit.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CustodyResource.class)
class TokenTest {

    @Test
    void every_kind_of_bad_token_is_refused_by_its_own_problem() {
        TestTokens good = TestTokens.org(Scene.id().toString(), "refiner");
        Map<String, String> refused = Map.of(
                "token-expired", good.expired().bearer(),
                "token-unsigned", good.bearerUnsigned(),
                "token-algorithm", good.bearerHs256(),
                "token-audience", good.audience("custody-service").bearer(),
                "token-signature", good.bearerSignedByAnotherKey());
        refused.forEach((slug, bearer) -> given().header("Authorization", bearer)
                .get("/lots")
                .then()
                .statusCode(401)
                .body("type", equalTo(Scene.problem(slug))));
        given().get("/lots").then().statusCode(401).body("type", equalTo(Scene.problem("token-missing")));
        given().header("Authorization", good.bearer()).get("/lots").then().statusCode(200);
    }
}

package io.lodestone.kit.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.statement.PartyId;
import io.lodestone.kit.KitProfile;
import io.lodestone.kit.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(KitProfile.class)
class TokenTest {

    private static final String PARTY = "01939a5f-1c00-7000-8000-000000000001";
    private static final TestTokens GOOD = TestTokens.party(PartyId.parse(PARTY), "refiner", "some-other-group");

    @Test
    void a_good_token_becomes_an_actor() {
        Response reply = with(GOOD.bearer());
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.asString())
                .isEqualTo("{\"party\":\"" + PARTY + "\",\"person\":\"person-1\",\"refiner\":true}");
    }

    @Test
    void each_token_has_its_own_actor() {
        assertThat(with(GOOD.person("one").bearer()).path("person").toString()).isEqualTo("one");
        assertThat(with(GOOD.person("two").bearer()).path("person").toString()).isEqualTo("two");
    }

    @Test
    void the_same_token_is_good_twice() {
        String bearer = GOOD.bearer();
        assertThat(with(bearer).statusCode()).isEqualTo(200);
        assertThat(with(bearer).statusCode()).isEqualTo(200);
    }

    @Test
    void refuses_a_missing_token() {
        Response reply = given().get("/probe/actor");
        refused(reply, 401, "token-missing");
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void refuses_an_expired_token() {
        refused(with(GOOD.expired().bearer()), 401, "token-expired");
    }

    @Test
    void forgets_a_token_when_it_expires() throws InterruptedException {
        String bearer =
                GOOD.person("short").expires(Instant.now().minusSeconds(3)).bearer();
        assertThat(with(bearer).statusCode()).isEqualTo(200);
        Thread.sleep(3_500);
        refused(with(bearer), 401, "token-expired");
    }

    @Test
    void refuses_a_token_signed_by_another_key() {
        refused(with(GOOD.bearerSignedByAnotherKey()), 401, "token-signature");
    }

    @Test
    void refuses_a_damaged_signature_even_of_a_token_it_remembers() {
        assertThat(with(GOOD.bearer()).statusCode()).isEqualTo(200);
        refused(with(GOOD.bearerWithDamagedSignature()), 401, "token-signature");
    }

    @Test
    void refuses_an_unsigned_token() {
        refused(with(GOOD.bearerUnsigned()), 401, "token-unsigned");
    }

    @Test
    void refuses_hs256_with_the_public_key_as_secret() {
        refused(with(GOOD.bearerHs256()), 401, "token-algorithm");
    }

    @Test
    void refuses_a_token_for_another_service() {
        refused(with(GOOD.audience("another-service").bearer()), 401, "token-audience");
    }

    @Test
    void refuses_a_token_of_another_issuer() {
        refused(with(GOOD.issuer("https://elsewhere.example").bearer()), 401, "token-issuer");
    }

    @Test
    void refuses_a_token_signed_by_a_key_it_does_not_know() {
        refused(with(GOOD.kid("unknown").bearer()), 401, "token-not-accepted");
    }

    @Test
    void refuses_what_is_no_token() {
        refused(with("Bearer x"), 401, "token-malformed");
        refused(with("Bearer a.b.c"), 401, "token-malformed");
        refused(with("Bearer " + "a".repeat(9_000)), 401, "token-malformed");
        refused(with("Basic YTpi"), 401, "token-missing");
    }

    @Test
    void refuses_a_role_that_may_not() {
        refused(with(TestTokens.org(PARTY, "auditor").bearer()), 403, "role-missing");
    }

    @Test
    void refuses_an_organisation_that_is_no_party() {
        refused(with(TestTokens.org("lot-registry", "refiner").bearer()), 403, "not-a-party");
    }

    @Test
    void denies_what_carries_no_annotation() {
        refused(given().get("/probe/unannotated"), 401, "token-missing");
        refused(given().header("Authorization", GOOD.bearer()).get("/probe/unannotated"), 403, "role-missing");
    }

    private static Response with(String authorization) {
        return given().header("Authorization", authorization).get("/probe/actor");
    }

    private static void refused(Response reply, int status, String slug) {
        assertThat(reply.contentType()).isEqualTo("application/problem+json");
        assertThat(reply.path("type").toString()).isEqualTo("https://lodestone.example/problems/" + slug);
        assertThat(reply.statusCode()).isEqualTo(status);
    }
}

package io.lodestone.kit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.kit.KitProfile;
import io.lodestone.kit.problem.KitProblem;
import io.lodestone.kit.problem.LedgerProblem;
import io.lodestone.kit.testing.TestTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(KitProfile.class)
class SiblingTest {

    private static final String ORG = "01939a5f-1c00-7000-8000-000000000002";

    @Inject
    Vertx vertx;

    @TestHTTPResource("/")
    String url;

    @Test
    void sends_its_own_token_and_reads_the_answer() {
        Reply reply = wait(sibling(url).get("/probe/actor"));
        assertThat(reply.isSuccess()).isTrue();
        assertThat(CanonicalJson.text(reply.json())).contains(ORG);
    }

    @Test
    void a_problem_is_an_answer() {
        Reply reply = wait(sibling(url).post("/probe/lots", Json.object().build()));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.problem()).contains("missing-field");
        assertThat(reply.isPassing()).isFalse();
        assertThat(wait(sibling(url).get("/probe/busy")).isPassing()).isTrue();
    }

    @Test
    void no_answer_is_unavailable() {
        assertThatThrownBy(() -> wait(sibling("http://localhost:1").get("/")))
                .isInstanceOfSatisfying(
                        LedgerProblem.class,
                        problem -> assertThat(problem.type()).isEqualTo(KitProblem.UNAVAILABLE));
    }

    private Sibling sibling(String base) {
        String token = TestTokens.org(ORG, "refiner").jwt();
        return new Sibling(WebClient.create(vertx), base, () -> token, Duration.ofSeconds(5));
    }

    private static <T> T wait(Uni<T> answer) {
        return answer.await().atMost(Duration.ofSeconds(10));
    }
}

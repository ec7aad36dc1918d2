package io.lodestone.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.certificates.testing.Magnets;
import io.lodestone.kit.testing.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RulesetTest extends ServiceScene {

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

    @Test
    void no_certificate_is_issued_under_a_ruleset_that_is_not_published() throws Exception {
        int size = others.logSize();
        try (Connection database = TestDatabase.asOwner();
                Statement sql = database.createStatement()) {
            sql.execute("UPDATE ruleset SET state = 'PREPARED', log_index = NULL");
        }

        refused(issue(Magnets.newId(), request()).then(), 409, "ruleset-unpublished");
        asking(question("2026-11-22")).post("/determinations").then().statusCode(200);

        assertThat(others.logSize()).isEqualTo(size);
        publish().then().statusCode(201);
        assertThat(others.logSize()).isEqualTo(size);
        issue(Magnets.newId(), request()).then().statusCode(201);
    }
}

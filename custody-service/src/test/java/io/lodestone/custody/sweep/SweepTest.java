package io.lodestone.custody.sweep;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.lodestone.custody.Ledger;
import io.lodestone.custody.NoSweep;
import io.lodestone.custody.log.app.Publisher;
import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.checkpoint.Checkpoint;
import io.lodestone.evidence.checkpoint.NoteVerification;
import io.lodestone.evidence.checkpoint.NoteVerification.Verified;
import io.lodestone.evidence.checkpoint.SignedNote;
import io.lodestone.evidence.checkpoint.VerifierKey;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.kit.testing.TestDatabase;
import io.lodestone.kit.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SweepTest {

    @Inject
    Publisher publisher;

    @BeforeEach
    void something_is_published() {
        assertThat(Ledger.aParty()).isNotNull();
        publisher.publish().await().atMost(Duration.ofSeconds(5));
    }

    @AfterEach
    void no_sweep_goes_on() throws Exception {
        NoSweep.goesOn();
    }

    @Test
    void a_sweep_of_a_log_that_agrees_ends_with_a_signed_report() throws InterruptedException {
        JsonPath ended = ended(begin().extract().path("sweep"));

        assertThat(ended.getString("state")).isEqualTo("agrees");
        assertThat(ended.getInt("found")).isZero();
        assertThat(ended.getList("findings")).isEmpty();
        assertThat(ended.getInt("swept")).isEqualTo(ended.getInt("size")).isGreaterThan(1);
        JsonObject report = report(ended.getString("report"));
        assertThat(report.get("type")).isEqualTo(Json.string("lodestone-sweep"));
        assertThat(report.get("sweep")).isEqualTo(Json.string(ended.getString("sweep")));
        assertThat(report.get("size")).isEqualTo(Json.integer(ended.getLong("size")));
        assertThat(report.get("log")).isEqualTo(Json.string(Ledger.ORIGIN));
        asRegistrar().get("/sweeps").then().statusCode(200).body("items.sweep", hasItem(ended.getString("sweep")));
    }

    @Test
    void a_report_is_logged_by_its_digest() throws InterruptedException {
        JsonPath ended = ended(begin().extract().path("sweep"));
        for (int i = 0; i < 100 && ended.get("logged") == null; i++) {
            TimeUnit.MILLISECONDS.sleep(100);
            ended = ended(ended.getString("sweep"));
        }
        int index = ended.getInt("logged");
        String digest = Digest.sha256(ended.getString("report").getBytes(StandardCharsets.UTF_8))
                .toString();
        given().header("Authorization", Ledger.registry())
                .get("/statements?limit=1&after=" + (index - 1))
                .then()
                .body("items[0].statement.type", equalTo("LogSwept"))
                .body("items[0].statement.id", equalTo(ended.getString("sweep")))
                .body("items[0].statement.actor", equalTo(Ledger.REGISTRAR.toString()))
                .body("items[0].statement.body.report", equalTo(digest))
                .body("items[0].statement.body.found", equalTo(0))
                .body("items[0].statement.body.size", equalTo(ended.getInt("size")));
    }

    @Test
    void a_report_names_the_root_that_a_checkpoint_of_that_size_has() throws InterruptedException {
        String sweep = begin().extract().path("sweep");
        Checkpoint published = ((Verified<Checkpoint>)
                        Checkpoint.open(given().get("/checkpoint").asString(), key()))
                .value();
        JsonPath ended = ended(sweep);

        assertThat(ended.getLong("size")).isEqualTo(published.size().value());
        assertThat(report(ended.getString("report")).get("root"))
                .isEqualTo(Json.string(published.root().toString()));
    }

    @Test
    void while_one_runs_no_second_one_begins_and_it_goes_on_after_an_interruption() throws Exception {
        String first;
        try (Connection db = TestDatabase.asOwner()) {
            db.setAutoCommit(false);
            boolean ignored = db.createStatement().execute("LOCK TABLE statement IN ACCESS EXCLUSIVE MODE");
            first = begin().body("state", equalTo("running")).extract().path("sweep");
            begin().body("sweep", equalTo(first));
            db.rollback();
        }
        assertThat(ended(first).getString("state")).isEqualTo("agrees");
        begin().body("sweep", org.hamcrest.Matchers.not(equalTo(first)));
    }

    @Test
    void what_is_accepted_and_published_while_it_runs_is_no_disagreement() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            String sweep = begin().extract().path("sweep");
            for (int more = 0; more < 10; more++) {
                assertThat(Ledger.aLotOf(Ledger.aParty())).isNotNull();
            }
            JsonPath ended = ended(sweep);
            assertThat(ended.getString("state")).as(ended.prettify()).isEqualTo("agrees");
            assertThat(ended.getInt("replayed")).isGreaterThanOrEqualTo(ended.getInt("size"));
        }
    }

    @Test
    void what_is_no_sweep_is_not_found() {
        for (String id : List.of("x", Ledger.id().toString())) {
            asRegistrar().get("/sweeps/" + id).then().statusCode(404);
        }
    }

    @Test
    void examples_are_of_the_form_that_is_answered() throws InterruptedException {
        JsonPath ended = ended(begin().extract().path("sweep"));
        for (String example : List.of(
                io.lodestone.custody.sweep.api.SweepExamples.BEGUN,
                io.lodestone.custody.sweep.api.SweepExamples.FOUND)) {
            assertThat(ended.getMap("").keySet())
                    .containsAll(JsonPath.from(example).getMap("").keySet());
        }
    }

    private static JsonObject report(String note) {
        NoteVerification<SignedNote> opened = SignedNote.open(note, List.of(key()));
        String text = ((Verified<SignedNote>) opened).value().text();
        assertThat(text).endsWith("\n");
        return (JsonObject)
                CanonicalJson.parse(text.substring(0, text.length() - 1).getBytes(StandardCharsets.UTF_8));
    }

    private static VerifierKey key() {
        return VerifierKey.parse(given().get("/log.vkey").asString().strip());
    }

    private static ValidatableResponse begin() {
        return asRegistrar().post("/sweeps").then().statusCode(202);
    }

    private static RequestSpecification asRegistrar() {
        return given().header(
                        "Authorization",
                        TestTokens.party(Ledger.REGISTRAR, "registrar").bearer());
    }

    private static JsonPath ended(String sweep) throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            JsonPath found = asRegistrar()
                    .get("/sweeps/" + sweep)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            if (!found.getString("state").equals("running")) {
                return found;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError("the sweep does not end");
    }
}

package io.lodestone.lots;

import static io.lodestone.lots.Scene.plant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.StatementId;
import io.lodestone.lots.Scene.Plant;
import io.lodestone.lots.StandInCustody.Mood;
import io.lodestone.lots.correction.Recomputed;
import io.lodestone.lots.correction.store.JustComputed;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CustodyResource.class)
class CorrectionTest {

    private Plant maker = new Plant(Scene.REGISTRAR, new FacilityId(Scene.id()), "");

    @Inject
    JustComputed computed;

    @BeforeEach
    void aPlant() {
        maker = plant("DE", "manufacturer");
    }

    @AfterEach
    void custodyIsWell() {
        StandIn.mood(Mood.WELL);
    }

    private ValidatableResponse correct(StatementId key, String target, String what) {
        return maker.post("/corrections", key, """
            {%s,"reason":"reweighing","eventTime":"2026-11-04T09:00:00.000+01:00",%s}\
            """.formatted(target, what));
    }

    private ValidatableResponse correct(StatementId key, LotId lot, String massKg) {
        String oxide = Scene.dysprosiumOxide(lot, maker, massKg);
        String material = oxide.substring(oxide.indexOf("\"material\""), oxide.length() - 1);
        return correct(
                key,
                "\"lot\":\"%s\"".formatted(lot),
                "\"replacement\":{\"massKg\":\"%s\",%s}".formatted(massKg, material));
    }

    private List<String> split(String inputs, String... masses) {
        StringBuilder outputs = new StringBuilder();
        for (String mass : masses) {
            outputs.append("{\"kind\":\"product\",\"form\":\"oxide\",\"massKg\":\"")
                    .append(mass)
                    .append("\"},");
        }
        String body = Scene.transformation(maker, "split", inputs, "[" + outputs + "{\"kind\":\"loss\"}]");
        return maker.post("/transformations", body)
                .statusCode(201)
                .extract()
                .jsonPath()
                .getList("outputs.findAll { it.lot != null }.lot");
    }

    private static String all(Object... lots) {
        StringBuilder inputs = new StringBuilder("[");
        for (Object lot : lots) {
            inputs.append(inputs.length() > 1 ? "," : "").append("{\"lot\":\"%s\",\"all\":true}".formatted(lot));
        }
        return inputs.append("]").toString();
    }

    private JsonPath done(StatementId correction) {
        return done(maker, correction);
    }

    private static JsonPath done(Plant by, StatementId correction) {
        for (int i = 0; i < 300; i++) {
            JsonPath state = by.get("/corrections/" + correction)
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            if (state.getString("state").equals("DONE")) {
                return state;
            }
            LockSupport.parkNanos(100_000_000);
        }
        throw new AssertionError("the correction was not worked off");
    }

    private JsonPath lot(Object lot) {
        return maker.get("/lots/" + lot).statusCode(200).extract().jsonPath();
    }

    @Test
    void a_diamond_is_computed_again_and_what_it_was_stays_readable() {
        LotId root = Scene.registered(maker, "2");
        List<String> parts = split(all(root), "0.5", "1.4");
        List<String> joined = split(all(parts.toArray()), "1.9");
        StatementId key = Scene.key();

        correct(key, root, "1.5").statusCode(201).body("statement.type", equalTo("Correction"));
        JsonPath state = done(key);

        assertThat(state.getInt("lotsMarked")).isEqualTo(4);
        assertThat(state.getInt("lotsDone")).isEqualTo(4);
        assertThat(state.getString("deficitKg")).isEqualTo("0.5");
        assertThat(lot(root).getString("standing")).isEqualTo("BLOCKED");
        assertThat(lot(root).getString("deficitKg")).isEqualTo("0.5");
        assertThat(lot(root).getString("massKg")).isEqualTo("1.5");
        assertThat(lot(joined.get(0)).getString("massKg")).isEqualTo("1.9");
        maker.get("/lots/" + joined.get(0) + "/origin")
                .statusCode(200)
                .body("elements[0].origins.steps.flatten().countries.flatten()", hasItem("Unknown"));
        maker.get("/lots/" + root + "/versions")
                .statusCode(200)
                .body("items[0].massKg", equalTo("2"))
                .body("items[0].lotVersion", equalTo(2))
                .body("lotVersion", equalTo(3));
        maker.get("/corrections/" + key + "/lots").statusCode(200).body("items.lot", hasItem(joined.get(0)));
        plant("US", "manufacturer").get("/corrections/" + key).statusCode(404);
    }

    @Test
    void masses_of_a_transformation_are_corrected_and_corrected_back() {
        LotId root = Scene.registered(maker, "2");
        StatementId made = Scene.key();
        String body = Scene.transformation(
                maker,
                "split",
                "[{\"lot\":\"%s\",\"consumedKg\":\"1.5\"}]".formatted(root),
                "[{\"kind\":\"product\",\"form\":\"oxide\",\"massKg\":\"1\"},{\"kind\":\"loss\"}]");
        JsonPath answer = maker.post("/transformations", made, body)
                .statusCode(201)
                .extract()
                .jsonPath();
        String part = answer.getString("outputs[0].lot");
        String before = lot(part).getString("elements");
        String account = account();
        String passage = passage(root);
        assertThat(account).contains("\"lossKg\":\"0.433482039\"");
        StatementId more = Scene.key();
        correct(
                        more,
                        "\"statement\":\"%s\"".formatted(made),
                        "\"replacement\":{\"outputs\":[{\"lot\":\"%s\",\"massKg\":\"1.8\"}]}".formatted(part))
                .statusCode(201);
        done(more);
        assertThat(lot(part).getString("massKg")).isEqualTo("1.8");
        assertThat(lot(part).getString("lotVersion")).isEqualTo("2");
        assertThat(account()).doesNotContain("\"lossKg\":\"0.").contains("\"lossKg\":\"0\"");
        assertThat(passage(root)).isNotEqualTo(passage);
        StatementId back = Scene.key();
        correct(
                        back,
                        "\"statement\":\"%s\"".formatted(made),
                        "\"replacement\":{\"inputs\":[{\"lot\":\"%s\",\"consumedKg\":\"1.5\"}]}".formatted(root))
                .statusCode(201);
        done(back);
        assertThat(lot(part).getString("elements")).isEqualTo(before);
        assertThat(lot(part).getString("stale")).isEqualTo("false");
        assertThat(account()).isEqualTo(account);
        assertThat(passage(root)).isEqualTo(passage);
    }

    private String account() {
        return maker.get("/accounts/" + maker.facility())
                .statusCode(200)
                .extract()
                .asString()
                .replaceAll("\\s", "");
    }

    private String passage(LotId lot) {
        return maker.get("/lots/" + lot + "/flow.svg").statusCode(200).extract().asString();
    }

    @Test
    void a_job_that_is_interrupted_goes_on_and_does_nothing_twice() {
        LotId root = Scene.registered(maker, "2");
        List<String> parts = split(all(root), "0.5", "1.4");
        StatementId key = Scene.key();
        correct(key, root, "1.9").statusCode(201);
        // Decided, and the answer lost: the same bytes are sent again until they are answered.
        StandIn.mood(Mood.DECIDES_BUT_DOES_NOT_ANSWER);
        int posts = StandIn.posts();
        for (int i = 0; i < 100 && StandIn.posts() < posts + 2; i++) {
            LockSupport.parkNanos(100_000_000);
        }
        StandIn.mood(Mood.WELL);
        JsonPath state = done(key);
        assertThat(state.getInt("lotsDone")).isEqualTo(3);
        assertThat(lot(parts.get(0)).getString("lotVersion")).isEqualTo("2");
    }

    /** Some 1,300 descendants, which take several statements; the job dies between them, and knows nothing afterwards. */
    @Test
    void a_job_that_dies_half_way_goes_on_after_a_start_and_a_second_correction_follows_the_first() {
        String[] ones = Collections.nCopies(320, "1").toArray(String[]::new);
        LotId root = Scene.registered(maker, "320");
        List<String> made = split(all(root), ones);
        List<String> middle = split(all(made.toArray()), ones);
        List<String> last = split(all(split(all(middle.toArray()), ones).toArray()), ones);
        StatementId first = Scene.key();
        StandIn.mood(Mood.DIES_AFTER_A_PART);
        correct(first, root, "310").statusCode(201);
        for (int died = 0; died < 3; died++) {
            await(() -> System.getProperty(StandIn.MOOD).equals(Mood.AWAY.name()));
            // As after a start: what was computed for the part that is decided is forgotten.
            computed.keep(Scene.key(), new Recomputed(Map.of(), 0));
            StandIn.mood(died < 2 ? Mood.DIES_AFTER_A_PART : Mood.WELL);
        }
        JsonPath state = done(first);
        assertThat(state.getInt("lotsDone")).isEqualTo(1 + 4 * 320).isEqualTo(state.getInt("lotsMarked"));
        assertThat(state.getString("deficitKg")).isEqualTo("10");
        assertThat(lot(last.get(7)).getInt("lotVersion")).isEqualTo(2);
        assertThat(lot(middle.get(7)).getInt("lotVersion")).isEqualTo(3);
        assertThat(lot(last.get(319)).getString("massKg")).isEqualTo("1");

        StatementId second = Scene.key();
        correct(second, root, "320").statusCode(201);
        state = done(second);
        assertThat(state.getInt("lotsDone")).isEqualTo(1 + 4 * 320);
        assertThat(state.getString("deficitKg")).isEqualTo("0");
        assertThat(lot(last.get(7)).getInt("lotVersion")).isEqualTo(3);
        assertThat(lot(root).getString("standing")).isEqualTo("CONSUMED");
        maker.get("/lots?state=STALE").statusCode(200).body("items.size()", equalTo(0));
    }

    /** Lots of one origin that turn out to have forty: what 320 of them hold is more than a statement has room for. */
    @Test
    void a_step_that_is_too_large_to_be_stated_ends_with_a_deficit_and_later_corrections_go_on() {
        String[] ones = Collections.nCopies(320, "1").toArray(String[]::new);
        LotId root = Scene.registered(maker, "320");
        List<String> made = split(all(root), ones);
        List<String> mixed = split(all(made.toArray()), "320");
        List<String> last = split(all(mixed.toArray()), "100", "220");
        String before = lot(last.get(0)).getString("elements");
        StatementId many = Scene.key();
        StandIn.mood(Mood.DIES_AFTER_A_PART);
        correct(
                        many,
                        "\"lot\":\"%s\"".formatted(root),
                        "\"replacement\":{\"massKg\":\"320\",\"material\":%s}".formatted(fortyOrigins()))
                .statusCode(201);
        for (int died = 0; died < 3; died++) {
            await(() -> System.getProperty(StandIn.MOOD).equals(Mood.AWAY.name()));
            computed.keep(Scene.key(), new Recomputed(Map.of(), 0));
            StandIn.mood(died < 2 ? Mood.DIES_AFTER_A_PART : Mood.WELL);
        }
        int deficit = done(many).getInt("deficitKg");

        assertThat(deficit).isBetween(40, 200);
        assertThat(made.stream()
                        .map(this::lot)
                        .filter(lot -> lot.getString("standing").equals("BLOCKED")
                                && lot.getString("deficitKg").equals("1")
                                && lot.getString("remainingKg").equals("1")))
                .hasSize(deficit);
        assertThat(lot(last.get(0)).getString("standing")).isEqualTo("HELD");
        maker.get("/lots/" + last.get(0) + "/origin")
                .statusCode(200)
                .body("elements[0].origins.steps.flatten().countries.flatten()", hasItem("Unknown"));

        StatementId back = Scene.key();
        correct(back, root, "320").statusCode(201);
        assertThat(done(back).getString("deficitKg")).isEqualTo("0");
        assertThat(lot(last.get(0)).getString("elements")).isEqualTo(before);
    }

    private static String fortyOrigins() {
        StringBuilder material = new StringBuilder("[");
        for (String mined : List.of("CN", "AU", "US", "BR", "IN", "VN", "MY", "DE", "FR", "JP")) {
            for (String owner : List.of("GB", "CA", "ES", "IT")) {
                material.append(material.length() > 1 ? "," : "").append("""
                        {"substance":"Dy2O3","fraction":"0.0248","profile":{"recycled":"none","steps":[
                          {"step":"mined","countries":["%s"],"operatorName":"Mine","ownership":["%s"],
                           "technology":["CN"]}]}}""".formatted(mined, owner));
            }
        }
        return material.append("]").toString();
    }

    private static void await(BooleanSupplier condition) {
        for (int i = 0; i < 300 && !condition.getAsBoolean(); i++) {
            LockSupport.parkNanos(100_000_000);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    @Test
    void what_is_touched_is_refused_meanwhile() {
        LotId root = Scene.registered(maker, "2");
        StatementId key = Scene.key();
        StandIn.mood(Mood.WELL);
        correct(key, root, "1.9").statusCode(201);
        String body = Scene.transformation(maker, "split", all(root), "[{\"kind\":\"product\",\"form\":\"oxide\"}]");
        int status = maker.post("/transformations", body).extract().statusCode();
        // The job may have been faster; then it is taken at its new mass.
        assertThat(status).isIn(201, 409);
        done(key);
    }

    @Test
    void a_typing_error_is_void_while_nothing_refers_to_it() {
        LotId root = Scene.registered(maker, "2");
        List<String> parts = split("[{\"lot\":\"%s\",\"consumedKg\":\"0.5\"}]".formatted(root), "0.4");
        String voids = "\"void\":true";
        correct(Scene.key(), "\"lot\":\"%s\"".formatted(root), voids)
                .statusCode(409)
                .body("type", equalTo(Scene.problem("lot-in-use")));
        assertThat(account()).contains("\"lossKg\":\"0.0");
        correct(Scene.key(), "\"lot\":\"%s\"".formatted(parts.get(0)), voids).statusCode(201);
        assertThat(account()).doesNotContain("\"lossKg\":\"0.");
        assertThat(passage(root)).doesNotContain(parts.get(0));
        maker.get("/lots/" + root + "/downstream")
                .statusCode(200)
                .body("items.lot", org.hamcrest.Matchers.not(hasItem(parts.get(0))));
        assertThat(lot(parts.get(0)).getString("standing")).isEqualTo("VOIDED");
        assertThat(lot(root).getString("remainingKg")).isEqualTo("2");
        correct(Scene.key(), "\"lot\":\"%s\"".formatted(parts.get(0)), voids)
                .statusCode(409)
                .body("type", equalTo(Scene.problem("lot-voided")));
        plant("US", "manufacturer")
                .post("/corrections", """
                    {"lot":"%s","reason":"other","eventTime":"2026-11-04T09:00:00.000+01:00","void":true}\
                    """.formatted(root))
                .statusCode(422)
                .body("type", equalTo(Scene.problem("statement-unknown")));
    }

    @Test
    void a_correction_is_shown_to_whoever_has_a_lot_that_it_touched_and_to_nobody_else() {
        Chain chain = new Chain();
        String oxide = Scene.dysprosiumOxide(chain.oxide, chain.upstream, "2");
        StatementId key = Scene.key();
        chain.upstream
                .post("/corrections", key, """
                    {"lot":"%s","reason":"reassay","eventTime":"2026-11-04T09:00:00.000+01:00",
                     "replacement":{"massKg":"2",%s}}\
                    """.formatted(
                                chain.oxide, oxide.substring(oxide.indexOf("\"material\""), oxide.length() - 1)))
                .statusCode(201);
        int index = done(chain.upstream, key).getInt("index");

        for (Plant plant : List.of(chain.owner, chain.holder, chain.downstream)) {
            String seen = plant.get("/corrections/" + index)
                    .statusCode(200)
                    .body("own", equalTo(false))
                    .extract()
                    .asString();
            assertThat(seen).doesNotContain("statement", "lotsMarked", "digest", "corrects");
            plant.get("/corrections/" + key).statusCode(404);
            plant.get("/corrections").body("items.index", hasItem(index));
        }
        assertThat(chain.owner.get("/corrections/" + index + "/lots").extract().<List<String>>path("items.lot"))
                .contains(chain.lot.toString())
                .doesNotContain(chain.oxide.toString());
        for (Plant plant : List.of(chain.recipient, plant("BR", "manufacturer"))) {
            plant.get("/corrections/" + index).statusCode(404);
            plant.get("/corrections/" + index + "/lots").statusCode(404);
            plant.get("/corrections").body("items.size()", equalTo(0));
        }
    }

    @Test
    void what_a_pool_took_in_ends_the_reach_and_the_lot_it_came_from_is_right_again() {
        maker = plant("EE", "refiner");
        PoolScene pool = PoolScene.opened(maker, "10", "AU");
        LotId fed = pool.lot("5", "CN");
        LotId withdrawn = Scene.lot();
        pool.run("{\"lot\":\"%s\",\"consumedKg\":\"2\"}".formatted(fed), PoolScene.out(withdrawn, "6", "mass-balance"))
                .statusCode(201);
        String before = lot(withdrawn).getString("elements");
        StatementId key = Scene.key();
        String oxide = Scene.dysprosiumOxide(fed, maker, "4");
        correct(
                        key,
                        "\"lot\":\"%s\"".formatted(fed),
                        "\"replacement\":{\"massKg\":\"4\",%s}"
                                .formatted(oxide.substring(oxide.indexOf("\"material\""), oxide.length() - 1)))
                .statusCode(201);
        JsonPath state = done(key);

        assertThat(state.getInt("lotsMarked")).isEqualTo(1);
        assertThat(lot(fed).getString("remainingKg")).isEqualTo("2");
        assertThat(lot(withdrawn).getString("elements")).isEqualTo(before);
        assertThat(lot(withdrawn).getBoolean("stale")).isFalse();
    }
}

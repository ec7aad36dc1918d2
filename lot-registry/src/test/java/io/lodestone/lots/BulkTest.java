package io.lodestone.lots;

import static io.lodestone.lots.Scene.plant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;

import io.lodestone.evidence.statement.AssayId;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.lots.Scene.Plant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CustodyResource.class)
class BulkTest {

    private static final String FINAL = new AssayId(Scene.id()).toString();

    @Test
    void a_thousand_lots_are_recorded_each_with_its_own_result_and_once_for_each_key() {
        Plant maker = plant("CN", "refiner");
        List<String> items = Items.lots(maker, "K", 1_000);
        Items.post(maker, items)
                .statusCode(200)
                .body("accepted", equalTo(1_000))
                .body("results.status", everyItem(equalTo(201)))
                .body("results.position[999]", equalTo(999))
                .body("results.key[999].document", equalTo("K"))
                .body("results.key[999].item", equalTo("999"))
                .body("results.statement[999].state", equalTo("ACCEPTED"));
        int posts = StandIn.posts();
        Items.post(maker, items)
                .statusCode(200)
                .body("accepted", equalTo(1_000))
                .body("results.status", everyItem(equalTo(200)))
                .body("results.repeated", everyItem(equalTo(true)));
        assertThat(StandIn.posts()).isEqualTo(posts);
        maker.get("/lots?limit=200").body("items.size()", equalTo(200)).body("items[0].state", equalTo("RECORDED"));
    }

    @Test
    void a_broken_item_harms_no_other_and_is_named_by_its_path() {
        Plant maker = plant("CN", "refiner");
        List<String> items = new ArrayList<>(Items.lots(maker, "B", 5));
        items.set(1, items.get(1).replace("\"massKg\":\"1\"", "\"massKg\":1.5"));
        items.set(2, items.get(2).replace("\"massKg\":\"1\"", "\"massKg\":\"1.0000000001\""));
        items.set(3, "17");
        items.add(Items.item("B", "5", "lot", Scene.dysprosiumOxide(Scene.lot(), plant("CN", "refiner"), "1")));
        items.add(Items.lots(maker, "B", 7).get(6).replace("\"kind\":\"lot\"", "\"kind\":\"lots\""));
        items.add(Items.lots(maker, "B", 8).get(7).replace("\"body\"", "\"more\":1,\"body\""));
        Items.post(maker, items)
                .statusCode(200)
                .body("results.status", equalTo(List.of(201, 400, 422, 400, 201, 422, 400, 400)))
                .body("results[1].problem.field", equalTo("items[1].body.massKg"))
                .body("results[1].key", nullValue())
                .body("results[2].problem.type", equalTo(Scene.problem("mass-too-precise")))
                .body("results[2].problem.field", equalTo("items[2].body.massKg"))
                .body("results[2].key.item", equalTo("2"))
                .body("results[3].problem.field", equalTo("items[3]"))
                .body("results[5].problem.type", equalTo(Scene.problem("facility-unknown")))
                .body("results[5].problem.field", equalTo("items[5].body.facility"))
                .body("results[6].problem.field", equalTo("items[6].kind"))
                .body("results[7].problem.field", equalTo("items[7].more"))
                .body("accepted", equalTo(2))
                .body("refused", equalTo(6));
    }

    @Test
    void an_item_uses_what_items_ahead_of_it_make_by_id_and_by_key() {
        Plant maker = plant("DE", "manufacturer");
        LotId lot = Scene.lot();
        List<String> items = List.of(
                Items.item("D", "1", "lot", Scene.dysprosiumOxide(lot, maker, "2")),
                Items.item(
                        "D",
                        "2",
                        "lot",
                        Scene.dysprosiumOxide(lot, maker, "2").replace("\"lot\":\"" + lot + "\",", "")),
                Items.item(
                        "D",
                        "3",
                        "transformation",
                        Scene.transformation(
                                maker,
                                "blend",
                                "[{\"lot\":\"%s\",\"consumedKg\":\"0.5\"},{\"key\":%s,\"all\":true}]"
                                        .formatted(lot, Items.key("D", "2")),
                                "[{\"kind\":\"product\",\"form\":\"oxide\",\"massKg\":\"1\"},{\"kind\":\"product\",\"form\":\"oxide\"}]")),
                Items.item(
                        "D",
                        "4",
                        "transformation",
                        Scene.transformation(
                                maker,
                                "split",
                                "[{\"key\":%s,\"output\":1,\"consumedKg\":\"0.25\"}]".formatted(Items.key("D", "3")),
                                "[{\"kind\":\"product\",\"form\":\"oxide\"}]")),
                Items.item(
                        "D",
                        "5",
                        "transformation",
                        Scene.transformation(
                                maker,
                                "split",
                                "[{\"lot\":\"%s\",\"consumedKg\":\"0.5\"}]".formatted(lot),
                                "[{\"kind\":\"product\",\"form\":\"oxide\"}]")),
                Items.assay("D", "6", "{\"lot\":\"" + lot + "\"}"),
                Items.assay("D", "7", "{\"key\":" + Items.key("D", "4") + "}"),
                Items.assay("D", "8", "{\"key\":" + Items.key("D", "3") + "}"),
                Items.assay("D", "9", "{\"key\":" + Items.key("D", "99") + "}"));
        Items.post(maker, items)
                .body("results.status", equalTo(List.of(201, 201, 201, 201, 201, 201, 201, 422, 422)))
                .body("results[2].lots.size()", equalTo(2))
                .body("results[7].problem.type", equalTo(Scene.problem("key-ambiguous")))
                .body("results[7].problem.field", equalTo("items[7].of"))
                .body("results[8].problem.type", equalTo(Scene.problem("key-unknown")));
        maker.get("/lots/" + lot).body("remainingKg", equalTo("1")).body("lotVersion", equalTo(4));
    }

    @Test
    void what_would_build_on_a_refused_item_has_a_refusal_of_its_own() {
        Plant maker = plant("DE", "manufacturer");
        LotId lot = Scene.lot();
        String split = "[{\"kind\":\"product\",\"form\":\"oxide\"}]";
        List<String> items = List.of(
                Items.item("R", "1", "lot", Scene.dysprosiumOxide(lot, plant("DE", "refiner"), "2")),
                Items.item(
                        "R",
                        "2",
                        "transformation",
                        Scene.transformation(maker, "split", "[{\"lot\":\"" + lot + "\",\"all\":true}]", split)),
                Items.item(
                        "R",
                        "3",
                        "transformation",
                        Scene.transformation(
                                maker, "split", "[{\"key\":" + Items.key("R", "1") + ",\"all\":true}]", split)),
                Items.item(
                        "R",
                        "4",
                        "transformation",
                        Scene.transformation(
                                maker, "split", "[{\"key\":" + Items.key("R", "3") + ",\"all\":true}]", split)));
        Items.post(maker, items)
                .body("results.status", equalTo(List.of(422, 409, 409, 409)))
                .body("results[1].problem.type", equalTo(Scene.problem("input-refused")))
                .body("results[1].problem.detail", containsString("item 0"))
                .body("results[1].problem.field", equalTo("items[1].body.inputs[0]"))
                .body("results[3].problem.detail", containsString("item 2"));
    }

    @Test
    void an_input_relies_on_the_assay_of_an_item_ahead_that_counts_for_its_lot() {
        Plant maker = plant("DE", "manufacturer");
        LotId lot = Scene.lot();
        String half = "[{\"lot\":\"" + lot + "\",\"consumedKg\":\"0.5\"}]";
        String split = Scene.transformation(maker, "split", half, "[{\"kind\":\"product\",\"form\":\"oxide\"}]");
        String of = "{\"lot\":\"" + lot + "\"}";
        List<String> items = List.of(
                Items.item("N", "1", "lot", Scene.dysprosiumOxide(lot, maker, "2")),
                Items.assay("N", "2", of).replace("\"basis\"", "\"assay\":\"" + FINAL + "\",\"basis\""),
                Items.assay("N", "3", of).replace("final", "provisional"),
                Items.item("N", "4", "transformation", split));
        String made = Items.post(maker, items)
                .body("results.status", equalTo(List.of(201, 201, 201, 201)))
                .extract()
                .path("results[3].statement.id");
        maker.get("/transformations/" + made).body("inputs[0].assay", equalTo(FINAL));
    }

    @Test
    void what_would_take_more_of_a_lot_than_there_is_is_refused_and_alerted() {
        Plant maker = plant("DE", "manufacturer");
        LotId lot = Scene.lot();
        String take = "[{\"lot\":\"" + lot + "\",\"consumedKg\":\"0.7\"}]";
        String split = Scene.transformation(maker, "split", take, "[{\"kind\":\"product\",\"form\":\"oxide\"}]");
        List<String> items = List.of(
                Items.item("O", "1", "lot", Scene.dysprosiumOxide(lot, maker, "1")),
                Items.item("O", "2", "transformation", split),
                Items.item("O", "3", "transformation", split));
        Items.post(maker, items)
                .body("results.status", equalTo(List.of(201, 201, 422)))
                .body("results[2].problem.field", equalTo("items[2].body.inputs[0].consumedUg"));
        maker.get("/alerts?kind=overdraft")
                .body("items.size()", equalTo(1))
                .body("items[0].lots", equalTo(List.of(lot.toString())));
    }

    @Test
    void a_key_has_one_content_in_one_request_and_over_all() {
        Plant maker = plant("CN", "refiner");
        String first = Items.lots(maker, "U", 1).get(0);
        String other = first.replace("\"massKg\":\"1\"", "\"massKg\":\"2\"");
        String id = Items.post(maker, List.of(first, first, other))
                .body("results.status", equalTo(List.of(201, 200, 409)))
                .body("results.repeated", equalTo(List.of(false, true, false)))
                .body("results[2].problem.type", equalTo(Scene.problem("key-reused")))
                .extract()
                .path("results[0].statement.id");
        Items.post(maker, List.of(other))
                .body("results.status[0]", equalTo(409))
                .body("results[0].problem.field", equalTo("items[0].key"))
                .body("results[0].problem.detail", containsString(id))
                .body("results[0].problem.detail", containsString("correction"));
        // Another party's keys are its own.
        Items.post(plant("CN", "refiner"), List.of(other))
                .body("results[0].problem.type", equalTo(Scene.problem("facility-unknown")));
    }

    @Test
    void a_thousand_and_one_and_a_byte_over_16_MiB_are_refused_as_a_whole() {
        Plant maker = plant("CN", "refiner");
        Items.post(maker, Collections.nCopies(1_001, "{}"))
                .statusCode(413)
                .body("type", equalTo(Scene.problem("too-large")))
                .body("field", equalTo("items"));
        int max = 16 << 20;
        String item = Items.lots(maker, "M", 1).get(0);
        String frame = "{\"items\":[" + item + "]}";
        Items.post(maker, List.of(item + " ".repeat(max - frame.length())))
                .statusCode(200)
                .body("accepted", equalTo(1));
        Items.post(maker, List.of(item + " ".repeat(max - frame.length() + 1)))
                .statusCode(413)
                .body("bound", equalTo(String.valueOf(max)));
        // One item has no more room than it would have alone.
        Items.post(maker, List.of(Items.item("M", "9", "lot", "{\"x\":\"" + "y".repeat(1 << 20) + "\"}"), item))
                .body("results.status", equalTo(List.of(413, 200)));
    }

    @Test
    void lines_come_as_results_do_and_end_with_the_counts() {
        Plant maker = plant("CN", "refiner");
        List<String> items = new ArrayList<>(Items.lots(maker, "L", 600));
        items.set(300, "{}");
        String lines = maker.asking()
                .contentType("application/json")
                .accept("application/x-ndjson")
                .body(Items.body(items))
                .post("/bulk")
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson")
                .extract()
                .asString();
        List<String> all = lines.lines().toList();
        assertThat(all).hasSize(601).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        assertThat(all.get(300)).contains("items[300].key").contains("\"position\":300");
        assertThat(all.get(599)).contains("\"position\":599").contains("\"status\":201");
        assertThat(all.get(600)).isEqualTo("{\"accepted\":599,\"notTaken\":0,\"queued\":0,\"refused\":1}");
        maker.asking()
                .contentType("application/json")
                .accept("application/x-ndjson")
                .body("{\"items\":7}")
                .post("/bulk")
                .then()
                .statusCode(400)
                .body("field", equalTo("items"));
    }

    @Test
    void a_reversal_declares_void_what_was_entered_as_long_as_nothing_has_happened_to_it() {
        Plant maker = plant("CN", "refiner");
        LotId lot = Scene.lot();
        List<String> items = List.of(
                Items.item("V", "0", "lot", Scene.dysprosiumOxide(lot, maker, "1")),
                Items.reversal("V", "9", Items.key("V", "0")),
                Items.reversal("V", "10", Items.key("V", "77")),
                Items.reversal("V", "11", Items.key("V", "0")));
        Items.post(maker, items)
                .body("results.status", equalTo(List.of(201, 201, 422, 409)))
                .body("results[2].problem.type", equalTo(Scene.problem("key-unknown")))
                .body("results[2].problem.field", equalTo("items[2].reverses"));
        maker.get("/lots/" + lot).body("standing", equalTo("VOIDED"));
        // Asked again it is the same reversal
        Items.post(maker, items.subList(0, 2)).body("results.status", equalTo(List.of(200, 200)));
        // And what was worked with is not taken back
        LotId used = Scene.lot();
        Items.post(
                        maker,
                        List.of(
                                Items.item("W", "0", "lot", Scene.dysprosiumOxide(used, maker, "1")),
                                Items.item(
                                        "W",
                                        "1",
                                        "transformation",
                                        Scene.transformation(
                                                maker,
                                                "split",
                                                "[{\"lot\":\"%s\",\"all\":true}]".formatted(used),
                                                "[{\"kind\":\"product\",\"form\":\"oxide\"}]")),
                                Items.reversal("W", "2", Items.key("W", "0")),
                                Items.reversal("W", "3", Items.key("W", "1")),
                                Items.reversal("W", "4", Items.key("W", "0"))))
                .body("results.status[0,1]", equalTo(List.of(201, 201)))
                .body("results.status[2]", equalTo(409))
                .body("results[2].problem.type", equalTo(Scene.problem("lot-in-use")))
                .body("results.status[3]", equalTo(201));
        maker.get("/lots/" + used).body("standing", equalTo("HELD")).body("remainingKg", equalTo("1"));
    }

    @Test
    void the_key_leads_to_its_statement_for_its_party_alone_and_to_the_endpoint_for_one() {
        Plant maker = plant("CN", "refiner");
        LotId lot = Scene.lot();
        String body = Scene.dysprosiumOxide(lot, maker, "1");
        String header = "ERP/W%2F1/Dy2O3/B+1/S/%C3%A4";
        String key =
                "{\"system\":\"ERP\",\"plant\":\"W/1\",\"material\":\"Dy2O3\",\"batch\":\"B+1\",\"document\":\"S\",\"item\":\"ä\"}";
        maker.asking()
                .header("Lodestone-Source", header)
                .contentType("application/json")
                .body(body)
                .post("/lots")
                .then()
                .statusCode(201)
                .body("repeated", nullValue());
        maker.asking()
                .header("Lodestone-Source", header)
                .contentType("application/json")
                .body(body)
                .post("/lots")
                .then()
                .statusCode(200)
                .body("repeated", equalTo(true))
                .body("lot", equalTo(lot.toString()));
        maker.asking()
                .header("Lodestone-Source", header)
                .contentType("application/json")
                .body(body.replace("\"massKg\":\"1\"", "\"massKg\":\"3\""))
                .post("/lots")
                .then()
                .statusCode(409)
                .body("type", equalTo(Scene.problem("key-reused")));
        maker.asking()
                .header("Lodestone-Source", "a/b")
                .contentType("application/json")
                .body(body)
                .post("/lots")
                .then()
                .statusCode(400)
                .body("field", equalTo("Lodestone-Source"));
        Items.post(maker, List.of("{\"key\":" + key + ",\"kind\":\"lot\",\"body\":" + body + "}"))
                .body("results[0].status", equalTo(200));
        sources(maker)
                .statusCode(200)
                .body("lots", equalTo(List.of(lot.toString())))
                .body("statement.state", equalTo("ACCEPTED"))
                .body("key.item", equalTo("ä"));
        sources(plant("CN", "refiner")).statusCode(404);
        maker.get("/sources?system=ERP").statusCode(400).body("field", equalTo("plant"));
    }

    private static ValidatableResponse sources(Plant plant) {
        return plant.asking()
                .queryParams(Map.of(
                        "system",
                        "ERP",
                        "plant",
                        "W/1",
                        "material",
                        "Dy2O3",
                        "batch",
                        "B+1",
                        "document",
                        "S",
                        "item",
                        "ä"))
                .get("/sources")
                .then();
    }

    @Test
    void late_entry_shows_its_delay() {
        Plant maker = plant("CN", "refiner");
        String event = java.time.OffsetDateTime.now(java.time.ZoneOffset.ofHours(8))
                .minusMinutes(5)
                .format(java.time.format.DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX"));
        LotId inTime = Scene.lot();
        LotId late = Scene.lot();
        maker.post("/lots", Scene.dysprosiumOxide(inTime, maker, "1").replace("2026-11-02T09:00:00.000+08:00", event))
                .statusCode(201)
                .body("eventTime", equalTo(event))
                .body("late", nullValue());
        maker.post("/lots", Scene.dysprosiumOxide(late, maker, "1").replace("2026-11-02", "2024-11-02"))
                .statusCode(201)
                .body("late.delay", containsString("PT"));
        maker.get("/lots/" + inTime).body("eventTime", equalTo(event)).body("late", nullValue());
        maker.get("/lots/" + late)
                .body("eventTime", equalTo("2024-11-02T09:00:00.000+08:00"))
                .body("recorded", containsString("Z"))
                .body("late.delay", containsString("PT"));
        maker.get("/lots").body("items.eventTime.size()", equalTo(2));
    }
}

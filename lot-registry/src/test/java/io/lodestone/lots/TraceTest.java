package io.lodestone.lots;

import static io.lodestone.lots.Scene.plant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.lodestone.evidence.statement.LotId;
import io.lodestone.lots.Scene.Plant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(CustodyResource.class)
class TraceTest {

    private static final String HANDED_OVER = "handed-over";

    /** Takes so much of each lot and makes one lot of all that. */
    private static LotId blend(Plant plant, String massKg, LotId... inputs) {
        LotId made = Scene.lot();
        String taken = List.of(inputs).stream()
                .map(lot -> "{\"lot\":\"%s\",\"consumedKg\":\"%s\"}".formatted(lot, massKg))
                .collect(Collectors.joining(",", "[", "]"));
        make(plant, inputs.length == 1 ? "split" : "blend", taken, made);
        return made;
    }

    private static LotId rest(Plant plant, LotId input) {
        LotId made = Scene.lot();
        make(plant, "split", "[{\"lot\":\"%s\",\"all\":true}]".formatted(input), made);
        return made;
    }

    private static void make(Plant plant, String process, String inputs, LotId made) {
        String output = "[{\"lot\":\"%s\",\"kind\":\"product\",\"form\":\"oxide\"}]".formatted(made);
        plant.post("/transformations", Scene.transformation(plant, process, inputs, output))
                .statusCode(201);
    }

    private static String ids(LotId... lots) {
        return List.of(lots).stream().map(LotId::toString).collect(Collectors.joining(","));
    }

    /** Inputs stand in the order of their ids. */
    private static String one(LotId lot) {
        return "items.find { it.lot == '" + lot + "' }";
    }

    private static String listed(Plant plant, LotId lot, String list) {
        List<String> lots =
                plant.get("/lots/" + lot + "/" + list).statusCode(200).extract().path("items.lot");
        return String.join(",", lots);
    }

    @Test
    void a_diamond_lists_each_ancestor_once_at_its_shortest_depth() {
        Plant maker = plant("DE", "manufacturer");
        LotId oxide = Scene.registered(maker, "9");
        LotId left = blend(maker, "1", oxide);
        LotId right = blend(maker, "1", oxide);
        LotId both = blend(maker, "1", left, right, oxide);
        maker.get("/lots/" + both + "/upstream")
                .statusCode(200)
                .body("items.depth", contains(1, 1, 1))
                .body(one(oxide) + ".boundary", equalTo("registered"))
                .body(one(oxide) + ".process", nullValue())
                .body(one(oxide) + ".remainingKg", equalTo("6"))
                .body(one(oxide) + ".standing", equalTo("HELD"))
                .body(one(left) + ".boundary", nullValue())
                .body(one(left) + ".process", equalTo("split"))
                .body(one(left) + ".standing", equalTo("CONSUMED"))
                .body("next", nullValue());
        assertThat(listed(maker, both, "upstream").split(","))
                .containsExactlyInAnyOrder(ids(left, right, oxide).split(","));
        maker.get("/lots/" + oxide + "/downstream").body("items.depth", contains(1, 1, 1));
        assertThat(listed(maker, oxide, "downstream")).isEqualTo(ids(left, right, both));
        assertThat(listed(maker, left, "upstream")).isEqualTo(ids(oxide));
        assertThat(listed(maker, both, "downstream")).isEmpty();
        assertThat(listed(maker, oxide, "recall")).isEqualTo(ids(oxide, left, right, both));
    }

    @Test
    void pages_follow_one_another_and_the_same_cursor_gives_the_same_page() {
        Plant maker = plant("DE", "manufacturer");
        LotId oxide = Scene.registered(maker, "9");
        List<LotId> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(blend(maker, "1", oxide));
        }
        String path = "/lots/" + oxide + "/downstream?limit=2";
        String second = maker.get(path).body("items", hasSize(2)).extract().path("next");
        // What is made meanwhile is not of this list.
        LotId late = blend(maker, "1", oxide);
        String third = maker.get(path + "&cursor=" + second)
                .body("items.lot", contains(made.get(2).toString(), made.get(3).toString()))
                .extract()
                .path("next");
        maker.get(path + "&cursor=" + third)
                .body("items.lot", contains(made.get(4).toString()))
                .body("next", nullValue());
        maker.get(path + "&cursor=" + second)
                .body("items.lot", contains(made.get(2).toString(), made.get(3).toString()))
                .body("next", equalTo(third));
        assertThat(listed(maker, oxide, "downstream")).endsWith(late.toString());
    }

    @Test
    void a_cursor_of_somebody_else_or_of_another_list_is_not_found() {
        Plant maker = plant("DE", "manufacturer");
        Plant other = plant("JP", "manufacturer");
        LotId oxide = Scene.registered(maker, "9");
        blend(maker, "1", oxide);
        blend(maker, "1", oxide);
        long version = Handing.over(maker, other, oxide, 3, "7", true);
        assertThat(version).isEqualTo(5);
        String next =
                maker.get("/lots/" + oxide + "/downstream?limit=1").extract().path("next");
        String cursor = "?limit=1&cursor=" + next;
        other.get("/lots/" + oxide + "/downstream").statusCode(200).body("items", empty());
        other.get("/lots/" + oxide + "/downstream" + cursor)
                .statusCode(404)
                .body("type", equalTo(Scene.problem("not-found")));
        maker.get("/lots/" + oxide + "/upstream" + cursor).statusCode(404);
        maker.get("/lots/" + Scene.registered(maker, "1") + "/downstream" + cursor)
                .statusCode(404);
        maker.get("/lots/" + oxide + "/downstream" + cursor).statusCode(200).body("items", hasSize(1));
    }

    @Test
    void a_trail_ends_where_the_lot_changed_hands() {
        Plant refiner = plant("CN", "refiner");
        Plant maker = plant("JP", "manufacturer");
        Plant third = plant("DE", "manufacturer");
        LotId ore = Scene.registered(refiner, "9");
        LotId oxide = blend(refiner, "4", ore);
        Handing.over(refiner, maker, oxide, 1, "4", true);
        LotId part = blend(maker, "1", oxide);
        LotId whole = blend(maker, "1", part);
        Handing.over(maker, third, whole, 1, "1", true);
        LotId beyond = rest(third, whole);
        // Up: as far as the lot that somebody else made.
        maker.get("/lots/" + whole + "/upstream")
                .body("items.lot", contains(part.toString(), oxide.toString()))
                .body("items.boundary", contains(null, HANDED_OVER))
                .body("items[1].process", nullValue());
        assertThat(listed(maker, oxide, "upstream")).isEmpty();
        // Down: as far as the lot that somebody else has.
        maker.get("/lots/" + oxide + "/recall")
                .body("items.lot", contains(oxide.toString(), part.toString(), whole.toString()))
                .body("items.standing", contains("HELD", "CONSUMED", "HANDED_OVER"))
                .body("items.remainingKg", contains("3", "0", null))
                .body("items.handedTo", contains(null, null, third.party().toString()))
                .body("items.boundary", contains(null, null, HANDED_OVER));
        String refiners = refiner.get("/lots/" + ore + "/recall")
                .body("items.lot", contains(ore.toString(), oxide.toString()))
                .body("items[1].handedTo", equalTo(maker.party().toString()))
                .body("items[1].remainingKg", nullValue())
                .body("next", nullValue())
                .extract()
                .asString();
        assertThat(refiners).doesNotContain(third.party().toString());
        third.get("/lots/" + whole + "/recall").body("items.lot", contains(whole.toString(), beyond.toString()));
        assertThat(listed(third, beyond, "upstream")).isEqualTo(whole.toString());
    }

    @Test
    void who_handed_a_lot_over_learns_of_no_hand_beyond_and_forgets_it_when_it_is_back() {
        Plant refiner = plant("CN", "refiner");
        Plant maker = plant("JP", "manufacturer");
        Plant third = plant("DE", "trader");
        LotId oxide = Scene.registered(refiner, "2");
        long version = Handing.over(refiner, maker, oxide, 1, "2", true);
        version = Handing.over(maker, third, oxide, version, "2", true);
        refiner.get("/lots/" + oxide + "/recall")
                .body("items[0].handedTo", equalTo(maker.party().toString()));
        maker.get("/lots/" + oxide + "/recall")
                .body("items[0].handedTo", equalTo(third.party().toString()));
        Handing.over(third, refiner, oxide, version, "2", true);
        refiner.get("/lots/" + oxide + "/recall")
                .body("items[0].handedTo", nullValue())
                .body("items[0].standing", equalTo("HELD"))
                .body("items[0].boundary", nullValue());
    }

    @Test
    void an_owner_whose_lot_is_elsewhere_sees_what_is_left_and_where_it_went() {
        Plant owner = plant("CN", "refiner");
        Plant toller = plant("JP", "manufacturer");
        LotId oxide = Scene.registered(owner, "2");
        Handing.over(owner, toller, oxide, 1, "2", false);
        LotId made = blend(toller, "1", oxide);
        owner.get("/lots/" + oxide + "/recall")
                .body("items.lot", contains(oxide.toString()))
                .body("items[0].remainingKg", equalTo("1"))
                .body("items[0].standing", equalTo("HELD"))
                .body("items[0].handedTo", equalTo(toller.party().toString()))
                .body("items[0].boundary", equalTo(HANDED_OVER));
        assertThat(listed(toller, oxide, "downstream")).isEqualTo(made.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"upstream", "downstream", "recall", "upstream?format=csv", "recall?format=csv"})
    void a_lot_that_one_may_not_see_is_not_there(String list) {
        Plant maker = plant("DE", "manufacturer");
        Plant other = plant("JP", "manufacturer");
        LotId oxide = Scene.registered(maker, "2");
        String refused = other.get("/lots/" + oxide + "/" + list)
                .statusCode(404)
                .contentType("application/problem+json")
                .extract()
                .asString();
        assertThat(other.get("/lots/" + Scene.lot() + "/" + list)
                        .statusCode(404)
                        .extract()
                        .asString())
                .isEqualTo(refused);
        other.get("/lots/nonsense/" + list).statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=1001", "limit=x", "cursor=x", "cursor=AAAA"})
    void a_parameter_out_of_bounds_is_refused_by_its_name(String parameter) {
        Plant maker = plant("DE", "manufacturer");
        LotId oxide = Scene.registered(maker, "2");
        maker.get("/lots/" + oxide + "/recall?" + parameter)
                .statusCode(400)
                .body("field", equalTo(parameter.substring(0, parameter.indexOf('='))));
    }

    @Test
    void the_whole_list_comes_as_csv_by_either_way_of_asking() {
        Plant maker = plant("DE", "manufacturer");
        LotId oxide = Scene.registered(maker, "2");
        LotId part = blend(maker, "0.5", oxide);
        Response asked = maker.asking().get("/lots/" + oxide + "/recall?format=csv");
        Response accepted = maker.asking().accept("text/csv").get("/lots/" + oxide + "/recall");
        assertThat(accepted.asString()).isEqualTo(asked.asString());
        String[] lines = asked.asString().split("\r\n");
        assertThat(asked.header("Content-Type")).startsWith("text/csv");
        assertThat(asked.header("Content-Disposition")).isEqualTo("attachment; filename=\"recall-" + oxide + ".csv\"");
        assertThat(lines[0]).isEqualTo("lot,form,process,index,massKg,remainingKg,depth,standing,handedTo,boundary");
        assertThat(lines[1]).startsWith(oxide + ",oxide,,").endsWith(",2,1.5,0,HELD,,");
        assertThat(lines[2]).startsWith(part + ",oxide,split,").endsWith(",0.5,0.5,1,HELD,,");
        assertThat(lines).hasSize(3);
        maker.asking().accept("*/*").get("/lots/" + oxide + "/recall").then().contentType("application/json");
    }

    @Test
    void the_tree_goes_downstream_too_and_names_a_shared_lot_once_in_full() {
        Plant maker = plant("DE", "manufacturer");
        Plant other = plant("JP", "manufacturer");
        LotId oxide = Scene.registered(maker, "9");
        LotId left = blend(maker, "1", oxide);
        LotId both = blend(maker, "1", left, oxide);
        Handing.over(maker, other, both, 1, "2", true);
        LotId beyond = rest(other, both);
        String tree = maker.get("/lots/" + oxide + "/genealogy?direction=downstream")
                .statusCode(200)
                .body("uses.process", contains("split", "blend"))
                .body("uses[0].consumedKg", equalTo("1"))
                .body("uses[0].outputs[0].lot", equalTo(left.toString()))
                .body("uses[0].outputs[0].uses[0].outputs[0].lot", equalTo(both.toString()))
                .body("uses[0].outputs[0].uses[0].outputs[0].standing", equalTo("HANDED_OVER"))
                .body("uses[0].outputs[0].uses[0].outputs[0].uses", empty())
                .body("uses[1].outputs[0].shown", equalTo("above"))
                .extract()
                .asString();
        assertThat(tree).doesNotContain(beyond.toString());
        maker.get("/lots/" + oxide + "/genealogy?direction=sideways")
                .statusCode(400)
                .body("field", equalTo("direction"));
        maker.get("/lots/" + beyond + "/genealogy?direction=downstream").statusCode(404);
    }
}

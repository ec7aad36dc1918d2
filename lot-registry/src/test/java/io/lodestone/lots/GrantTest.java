package io.lodestone.lots;

import static io.lodestone.lots.Scene.plant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.StatementId;
import io.lodestone.lots.Scene.Plant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CustodyResource.class)
class GrantTest {

    private static final OffsetDateTime LONG_AGO = OffsetDateTime.parse("2026-01-01T00:00:00Z");
    private static final OffsetDateTime LATER = OffsetDateTime.parse("2099-01-01T00:00:00Z");

    /** Splits; gives the time of the entry. */
    private static OffsetDateTime split(Plant plant, StatementId key, LotId lot, String kg, LotId made) {
        String time = plant.post(
                        "/transformations",
                        key,
                        Scene.transformation(
                                plant,
                                "split",
                                "[{\"lot\":\"%s\",\"consumedKg\":\"%s\"}]".formatted(lot, kg),
                                "[{\"lot\":\"%s\",\"kind\":\"product\",\"form\":\"oxide\"}]".formatted(made)))
                .statusCode(201)
                .extract()
                .path("statement.time");
        return OffsetDateTime.parse(time);
    }

    @Test
    void an_auditor_sees_what_the_party_sees_and_is_told_whose_view_it_is() {
        Plant party = plant("DE", "manufacturer");
        LotId lot = Scene.registered(party, "2");
        LotId made = Scene.lot();
        StatementId key = Scene.key();
        split(party, key, lot, "0.5", made);
        Plant auditor = Chain.auditor(party, Optional.empty(), LONG_AGO, LATER);
        auditor.get("/lots/" + lot)
                .body("remainingKg", equalTo("1.5"))
                .body("party", equalTo(party.party().toString()));
        party.get("/lots/" + lot).body("$", not(hasKey("party")));
        auditor.get("/lots?limit=1").body("items", hasSize(1)).body("next", notNullValue());
        String next = auditor.get("/lots?limit=1").extract().path("next");
        auditor.get("/lots?limit=1&cursor=" + next).body("items", hasSize(1)).body("next", nullValue());
        auditor.get("/lots?party=" + party.party()).body("items", hasSize(2));
        auditor.get("/lots?state=CONSUMED").body("items", empty());
        assertThat(auditor.get("/lots/" + made + "/genealogy").extract().asString())
                .isEqualTo(party.get("/lots/" + made + "/genealogy").extract().asString());
        assertThat(auditor.get("/lots/" + made + "/origin").extract().asString())
                .isEqualTo(party.get("/lots/" + made + "/origin").extract().asString());
        auditor.get("/transformations/" + key).statusCode(200).body("inputs.lot", contains(lot.toString()));
        Plant other = plant("DE", "manufacturer");
        auditor.get("/lots/" + lot + "?party=" + other.party()).statusCode(404);
        auditor.get("/lots/" + lot + "?party=x").statusCode(404);
        other.get("/lots/" + lot + "?party=" + party.party()).statusCode(404);
        other.get("/lots?party=" + party.party()).body("items", empty());
    }

    @Test
    void a_grant_for_one_lot_shows_no_other_by_any_way() {
        Plant party = plant("DE", "manufacturer");
        LotId lot = Scene.registered(party, "2");
        LotId made = Scene.lot();
        StatementId key = Scene.key();
        split(party, key, lot, "0.5", made);
        Plant auditor = Chain.auditor(party, Optional.of(List.of(made)), LONG_AGO, LATER);
        auditor.get("/lots").body("items.lot", contains(made.toString()));
        auditor.get("/lots/" + lot).statusCode(404);
        auditor.get("/transformations/" + key).statusCode(404);
        String tree = auditor.get("/lots/" + made + "/genealogy")
                .body("made", equalTo("split"))
                .body("inputs[0].shown", equalTo("not-granted"))
                .extract()
                .asString();
        assertThat(tree).doesNotContain(lot.toString());
    }

    @Test
    void what_became_of_a_lot_after_the_period_is_not_shown() {
        Plant party = plant("DE", "manufacturer");
        LotId lot = Scene.registered(party, "2");
        LotId made = Scene.lot();
        StatementId key = Scene.key();
        OffsetDateTime end = split(party, key, lot, "0.5", made);
        Plant auditor = Chain.auditor(party, Optional.empty(), LONG_AGO, end);
        auditor.get("/lots/" + lot)
                .body("massKg", equalTo("2"))
                .body("remainingKg", nullValue())
                .body("standing", equalTo("HANDED_OVER"));
        auditor.get("/lots/" + lot + "/origin").body("of", equalTo("original"));
        auditor.get("/lots/" + made).statusCode(404);
        auditor.get("/transformations/" + key).statusCode(404);
        auditor.get("/lots?state=HELD").body("items", empty());
        auditor.get("/lots?state=RECORDED").body("items.lot", contains(lot.toString()));
    }

    @Test
    void what_was_made_before_the_period_is_shown_without_how() {
        Plant party = plant("DE", "manufacturer");
        LotId lot = Scene.registered(party, "2");
        LotId made = Scene.lot();
        OffsetDateTime then = split(party, Scene.key(), lot, "2", made);
        LotId later = Scene.lot();
        OffsetDateTime from = split(party, Scene.key(), made, "0.5", later);
        Plant auditor = Chain.auditor(party, Optional.empty(), from, LATER);
        assertThat(from).isAfter(then);
        String tree = auditor.get("/lots/" + later + "/genealogy")
                .body("inputs[0].lot", equalTo(made.toString()))
                .body("inputs[0].made", equalTo("not-granted"))
                .body("inputs[0].inputs[0].shown", equalTo("upstream"))
                .extract()
                .asString();
        assertThat(tree).doesNotContain(lot.toString());
    }

    @Test
    void lots_that_were_handed_over_before_the_period_are_not_shown() {
        Plant party = plant("DE", "manufacturer");
        Plant next = plant("DE", "manufacturer");
        LotId lot = Scene.registered(party, "2");
        Chain.handOver(party, next, lot, 1, "2", true);
        OffsetDateTime from = split(next, Scene.key(), lot, "0.5", Scene.lot());
        Plant auditor = Chain.auditor(party, Optional.empty(), from, LATER);
        auditor.get("/lots/" + lot).statusCode(404);
        auditor.get("/lots").body("items", empty());
        Plant both = Chain.auditor(party, Optional.empty(), LONG_AGO, LATER);
        both.get("/lots/" + lot).body("standing", equalTo("HANDED_OVER"));
        Chain.grant(next, both, Optional.empty(), LONG_AGO, LATER);
        both.get("/lots?limit=2").body("items", hasSize(2)).body("next", nullValue());
        both.get("/lots/" + lot + "?party=" + next.party()).body("standing", equalTo("HELD"));
        both.get("/lots/" + lot + "?party=" + party.party()).body("standing", equalTo("HANDED_OVER"));
    }

    @Test
    void accounts_are_granted_whole_for_a_period_and_not_lot_by_lot() {
        Plant party = plant("EE", "refiner");
        PoolScene pool = PoolScene.opened(party, "900", "AU");
        pool.run(PoolScene.in(pool.lot("100", "CN")), "").statusCode(201);
        OffsetDateTime between = split(party, Scene.key(), Scene.registered(party, "2"), "0.5", Scene.lot());
        pool.count(PoolScene.element("996")).statusCode(201);
        String path = "/accounts/" + party.facility();
        Plant auditor = Chain.auditor(party, Optional.empty(), LONG_AGO, LATER);
        assertThat(auditor.get(path).extract().asString())
                .isEqualTo(party.get(path).extract().asString());
        assertThat(auditor.get(path + "/chart?element=Dy").extract().asString())
                .isEqualTo(party.get(path + "/chart?element=Dy").extract().asString());
        auditor.get("/accounts")
                .body("items.facility", contains(party.facility().toString()))
                .body("parties.party", contains(party.party().toString()))
                .body("parties[0].unaccountedKg", equalTo("4"));
        auditor.get("/accounts/limits").statusCode(403);
        // When only what was posted before the stock-take is granted, then that alone is summed
        Plant before = Chain.auditor(party, Optional.empty(), LONG_AGO, between);
        before.get(path)
                .body("elements[0].throughputKg", equalTo("100"))
                .body("elements[0].unaccountedKg", equalTo("0"))
                .body("postings.kind", contains("throughput"));
        Plant one = Chain.auditor(party, Optional.of(List.of(pool.pool())), LONG_AGO, LATER);
        one.get(path).statusCode(404);
        one.get("/accounts").body("items", empty());
        auditor.get(path + "?party=" + Scene.plant("DE", "manufacturer").party())
                .statusCode(404);
    }

    @Test
    void trails_are_granted_as_far_as_period_and_lots_go() {
        Plant party = plant("DE", "manufacturer");
        LotId first = Scene.registered(party, "4");
        LotId second = Scene.lot();
        OffsetDateTime one = split(party, Scene.key(), first, "3", second);
        LotId third = Scene.lot();
        OffsetDateTime two = split(party, Scene.key(), second, "2", third);
        LotId fourth = Scene.lot();
        split(party, Scene.key(), third, "1", fourth);
        // Everything
        Plant auditor = Chain.auditor(party, Optional.empty(), LONG_AGO, LATER);
        for (String list : List.of("/upstream", "/downstream", "/recall", "/flow.svg")) {
            assertThat(auditor.get("/lots/" + second + list)
                            .extract()
                            .asString()
                            .replaceAll("\"next.*", ""))
                    .isEqualTo(party.get("/lots/" + second + list)
                            .extract()
                            .asString()
                            .replaceAll("\"next.*", ""));
        }
        String next =
                auditor.get("/lots/" + fourth + "/upstream?limit=2").extract().path("next");
        auditor.get("/lots/" + fourth + "/upstream?limit=2&cursor=" + next)
                .body("items.lot", contains(first.toString()));
        party.get("/lots/" + fourth + "/upstream?limit=2&cursor=" + next).statusCode(404);
        // Only what happened between the first split and the third
        Plant between = Chain.auditor(party, Optional.empty(), one, two);
        between.get("/lots/" + third + "/upstream").statusCode(404);
        between.get("/lots/" + second + "/upstream")
                .body("items.lot", contains(first.toString()))
                .body("items[0].remainingKg", equalTo("1"));
        between.get("/lots/" + second + "/downstream").body("items", empty());
        between.get("/lots/" + second + "/recall")
                .body("items[0].remainingKg", nullValue())
                .body("items[0].standing", equalTo("HANDED_OVER"));
        Plant late = Chain.auditor(party, Optional.empty(), two, LATER);
        late.get("/lots/" + fourth + "/upstream")
                .body("items.lot", contains(third.toString(), second.toString()))
                .body("items.boundary", contains(null, "not-granted"));
        // And of certain lots no others
        Plant some = Chain.auditor(party, Optional.of(List.of(third, fourth)), LONG_AGO, LATER);
        some.get("/lots/" + fourth + "/upstream").body("items.lot", contains(third.toString()));
        some.get("/lots/" + third + "/recall").body("items.lot", contains(third.toString(), fourth.toString()));
        some.get("/lots/" + third + "/flow.svg").statusCode(404);
        some.get("/lots/" + second + "/upstream").statusCode(404);
    }
}

package io.lodestone.lots;

import static io.lodestone.lots.Figures.alerts;
import static io.lodestone.lots.Figures.all;
import static io.lodestone.lots.Figures.handOver;
import static io.lodestone.lots.Figures.input;
import static io.lodestone.lots.Figures.made;
import static io.lodestone.lots.Figures.none;
import static io.lodestone.lots.Figures.offer;
import static io.lodestone.lots.Figures.one;
import static io.lodestone.lots.Figures.output;
import static io.lodestone.lots.Scene.plant;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.lots.Scene.Plant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each rule over HTTP: what it alerts, and the near miss that it lets be. */
@QuarkusTest
@QuarkusTestResource(CustodyResource.class)
class AlertTest {

    private static final String LATER = "2026-11-02T18:00:00.000+08:00";

    private static LotId oxide(Plant plant, String kg) {
        return Scene.registered(plant, kg);
    }

    private static void metal(Plant plant, LotId of, String kg, int status) {
        String body = made(
                plant,
                "metal-making",
                "metal",
                input(of, kg),
                output(Scene.lot(), "product", "metal", "0.001") + ",{\"kind\":\"loss\"}");
        plant.post("/transformations", body).statusCode(status);
    }

    @Test
    void attempts_to_use_more_than_is_left_are_one_alert_that_counts_them() {
        Plant maker = plant("CN", "refiner");
        LotId lot = oxide(maker, "2.5");
        for (int i = 0; i < 3; i++) {
            metal(maker, lot, "2.500000001", 422);
        }
        Map<String, Object> alert = one(maker, "overdraft");
        assertThat(alert)
                .containsEntry("times", 3)
                .containsEntry("severity", "high")
                .containsEntry("lots", List.of(lot.toString()));
        assertThat((List<?>) alert.get("statements")).hasSize(3);
        assertThat(alerts(maker, "&lot=" + lot + "&kind=overdraft")).hasSize(1);
        assertThat(alerts(maker, "&lot=" + Scene.lot())).isEmpty();
        // Near miss: exactly what is left
        Plant careful = plant("CN", "refiner");
        metal(careful, oxide(careful, "2.5"), "2.5", 201);
        none(careful, "overdraft");
    }

    @Test
    void a_yield_below_the_range_is_alerted_and_a_thousandth_is_called_a_unit_mix_up() {
        Plant maker = plant("CN", "refiner");
        LotId lot = Scene.lot();
        maker.post("/lots", Scene.oxide(lot, maker, "30", "CN", "\"substance\":\"Dy\",\"fraction\":\"1\""))
                .statusCode(201);
        metalOf(maker, lot, "8.8");
        none(maker, "yield");
        LotId low = metalOf(maker, lot, "8.799999999");
        assertThat(one(maker, "yield")).containsEntry("severity", "medium");
        assertThat(one(maker, "yield").get("what").toString())
                .contains("dysprosium")
                .contains("88.00 to 100.00 % is plausible")
                .doesNotContain("unit");
        assertThat(alerts(maker, "&lot=" + low)).hasSize(1);
        metalOf(maker, lot, "0.0096");
        Map<String, Object> mixUp = alerts(maker, "&kind=yield&severity=high").get(0);
        assertThat(mixUp.get("what").toString()).contains("0.10 %").contains("unit mix-up");
        assertThat(mixUp.get("next").toString()).contains("unit is wrong");
    }

    private static LotId metalOf(Plant plant, LotId lot, String kg) {
        LotId metal = Scene.lot();
        String outputs = output(metal, "product", "metal", kg) + ",{\"kind\":\"loss\"}";
        plant.post("/transformations", made(plant, "metal-making", "metal", input(lot, "10"), outputs))
                .statusCode(201);
        return metal;
    }

    @Test
    void a_ratio_that_no_input_has_is_alerted_unless_it_was_separated() {
        Plant maker = plant("AU", "refiner");
        for (String process : List.of("metal-making", "solvent-extraction")) {
            LotId lot = Scene.lot();
            maker.post("/lots", Magnets.ndpr(lot, maker)).statusCode(201);
            String stated = "{\"lot\":\"%s\",\"kind\":\"product\",\"form\":\"metal\",\"massKg\":\"%s\","
                    + "\"elements\":[{\"element\":\"Nd\",\"massKg\":\"339\"},{\"element\":\"Pr\",\"massKg\":\"%s\"}]}";
            boolean metal = process.equals("metal-making");
            // Nd/Pr of the lot is 3.61: 339 over 93.5 is within a per cent, 339 over 85 is not.
            for (String pr : metal ? List.of("93.5", "85") : List.of("85")) {
                Plant each = plant("AU", "refiner");
                LotId own = Scene.lot();
                each.post("/lots", Magnets.ndpr(own, each)).statusCode(201);
                String mass = new java.math.BigDecimal(pr)
                        .add(new java.math.BigDecimal("339"))
                        .toPlainString();
                String outputs =
                        stated.formatted(Scene.lot(), mass, pr) + ",{\"kind\":\"by-product\",\"form\":\"oxide\"}";
                each.post("/transformations", made(each, process, metal ? "metal" : "separated", all(own), outputs))
                        .statusCode(201);
                assertThat(alerts(each, "&kind=element-ratio"))
                        .as(process + " " + pr)
                        .hasSize(metal && pr.equals("85") ? 1 : 0);
            }
        }
    }

    @Test
    void a_concentrate_with_the_ratio_of_no_ore_is_alerted() {
        Plant miner = plant("AU", "refiner");
        for (String pr : List.of("11", "5")) {
            String body = Magnets.mixed(
                    Scene.lot(),
                    miner,
                    "100",
                    "AU",
                    List.of(
                            "\"substance\":\"Ce\",\"massKg\":\"30\"",
                            "\"substance\":\"Nd\",\"massKg\":\"30\"",
                            "\"substance\":\"Pr\",\"massKg\":\"" + pr + "\""));
            miner.post("/lots", body.replace("\"oxide\"", "\"concentrate\"")).statusCode(201);
        }
        assertThat(one(miner, "element-ratio").get("what").toString())
                .contains("6.00")
                .contains("from memory");
    }

    @Test
    void use_before_the_lot_was_made_or_handed_over_is_alerted_across_time_zones() {
        Plant maker = plant("CN", "refiner");
        Plant buyer = plant("JP", "manufacturer");
        LotId lot = oxide(maker, "2.345");
        LotId late = oxide(maker, "2.346");
        // The same instant in another zone is no reversal
        handOver(maker, buyer, lot, 1, "2.345", "2026-11-02T02:00:00.000+01:00");
        none(maker, "time-reversed");
        none(buyer, "time-reversed");
        offer(maker, buyer, late, 1, "2.346", "2026-11-02T08:59:00.000+08:00", List.of());
        assertThat(one(maker, "time-reversed"))
                .containsEntry("severity", "medium")
                .containsEntry("lots", List.of(late.toString()));
        assertThat(one(maker, "time-reversed").get("what").toString()).contains("1 minutes");
        buyer.post(
                        "/transformations",
                        made(buyer, "split", "", all(lot), "{\"kind\":\"product\",\"form\":\"oxide\"}")
                                .replace("2026-11-03", "2026-10-31"))
                .statusCode(201);
        Map<String, Object> mine = one(buyer, "time-reversed");
        assertThat(mine).containsEntry("severity", "high");
        assertThat(mine.get("what").toString()).contains("1 days");
    }

    @Test
    void the_same_document_with_other_lots_is_alerted_and_says_nothing_of_the_other_party() {
        Plant first = plant("CN", "refiner");
        Plant second = plant("CN", "refiner");
        Plant buyer = plant("JP", "manufacturer");
        Digest invoice = Digest.sha256(Scene.id().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        LotId lot = oxide(first, "3.111");
        LotId other = oxide(second, "3.112");
        var transfer = offer(first, buyer, lot, 1, "3.111", LATER, List.of(invoice));
        Figures.accept(transfer, buyer, lot, 2, "3.111", LATER);
        // Passed on with the same lot
        offer(buyer, second, lot, 3, "3.111", LATER, List.of(invoice));
        none(first, "repeated-delivery");
        none(buyer, "repeated-delivery");
        offer(second, buyer, other, 1, "3.112", LATER, List.of(invoice));
        Map<String, Object> mine = one(second, "repeated-delivery");
        assertThat(mine).containsEntry("severity", "high").containsEntry("lots", List.of(other.toString()));
        assertThat(mine.get("statements").toString()).contains("upstream party's statement");
        Map<String, Object> theirs = one(buyer, "repeated-delivery");
        assertThat(theirs).containsEntry("own", false).containsEntry("lots", List.of(lot.toString()));
        assertThat(theirs.toString())
                .contains("upstream")
                .doesNotContain(other.toString())
                .doesNotContain(second.party().toString())
                .doesNotContain(second.facility().toString());
        none(first, "repeated-delivery");
    }

    @Test
    void identical_registrations_within_a_day_are_one_alert_for_the_series() {
        Plant maker = plant("CN", "refiner");
        String kg = "7.654321";
        LotId one = oxide(maker, kg);
        maker.post("/lots", Scene.dysprosiumOxide(Scene.lot(), maker, "7.654322"))
                .statusCode(201);
        maker.post("/lots", Scene.dysprosiumOxide(Scene.lot(), maker, kg).replace("2026-11-02T09", "2026-11-04T09"))
                .statusCode(201);
        none(maker, "repeated-delivery");
        maker.post("/lots", Scene.dysprosiumOxide(Scene.lot(), maker, kg).replace("2026-11-02T09", "2026-11-05T09"))
                .statusCode(201);
        maker.post("/lots", Scene.dysprosiumOxide(Scene.lot(), maker, kg).replace("2026-11-02T09", "2026-11-05T10"))
                .statusCode(201);
        Map<String, Object> alert = one(maker, "repeated-delivery");
        assertThat(alert).containsEntry("times", 2).containsEntry("severity", "medium");
        assertThat(alert.get("lots").toString()).doesNotContain(one.toString());
        assertThat((List<?>) alert.get("lots")).hasSize(3);
    }

    @Test
    void the_same_lot_with_another_origin_is_a_contradiction() {
        Plant maker = plant("CN", "refiner");
        String material = "\"substance\":\"Dy2O3\",\"fraction\":\"0.995\"";
        String chinese = Scene.oxide(Scene.lot(), maker, "4.321", "CN", material);
        maker.post("/lots", chinese).statusCode(201);
        none(maker, "origin-contradicted");
        String elsewhere = Scene.oxide(Scene.lot(), maker, "4.321", "CN", material)
                .replace("\"mined\",\"countries\":[\"CN\"]", "\"mined\",\"countries\":[\"AU\"]");
        maker.post("/lots", elsewhere).statusCode(201);
        assertThat(one(maker, "origin-contradicted")).containsEntry("severity", "high");
        none(maker, "repeated-delivery");
    }

    @Test
    void separating_abroad_what_is_registered_here_is_a_contradiction_only_for_the_same_operator() {
        Plant maker = plant("DE", "refiner");
        String body = Scene.dysprosiumOxide(Scene.lot(), maker, "5.5");
        String byOthers = body.replace(
                "\"separated\",\"countries\":[\"CN\"],\"operatorName\":\"Works\"",
                "\"separated\",\"countries\":[\"CN\"],\"operatorName\":\"Others\"");
        assertThat(byOthers).isNotEqualTo(body);
        maker.post("/lots", byOthers).statusCode(201);
        none(maker, "origin-contradicted");
        maker.post("/lots", Scene.dysprosiumOxide(Scene.lot(), maker, "5.6")).statusCode(201);
        assertThat(one(maker, "origin-contradicted").get("what").toString())
                .contains("lies in DE")
                .contains("placed in CN");
    }

    @Test
    void registering_anew_what_was_handed_over_is_circular_and_receiving_what_was_registered_a_repetition() {
        Plant maker = plant("CN", "refiner");
        Plant buyer = plant("CN", "manufacturer");
        LotId lot = oxide(maker, "6.789");
        // The buyer enters the drum on arrival, and then accepts it in the ledger too.
        LotId entered = oxide(buyer, "6.789");
        handOver(maker, buyer, lot, 1, "6.789", LATER);
        Map<String, Object> twice = one(buyer, "repeated-delivery");
        assertThat((List<?>) twice.get("lots")).hasSize(2);
        assertThat(twice.get("lots").toString()).contains(lot.toString()).contains(entered.toString());
        none(maker, "circular");
        maker.post("/lots", Scene.dysprosiumOxide(Scene.lot(), maker, "6.79")).statusCode(201);
        none(maker, "circular");
        oxide(maker, "6.789");
        assertThat(one(maker, "circular")).containsEntry("severity", "high");
        none(maker, "repeated-delivery");
    }

    @Test
    void a_lot_that_bears_the_identifier_of_another_is_told_from_one_that_bears_its_own() {
        Plant maker = plant("CN", "refiner");
        Figures.registerLabelled(maker, "25", "CN", "drum-1");
        Figures.registerLabelled(maker, "24.9", "CN", "drum-2");
        none(maker, "repeated-delivery");
        // The same drum, weighed again
        Figures.registerLabelled(maker, "24.8", "CN", "drum-1");
        assertThat(one(maker, "repeated-delivery").get("what").toString()).contains("external identifier");
        none(maker, "origin-contradicted");
        Figures.registerLabelled(maker, "24.7", "AU", "drum-2");
        assertThat(one(maker, "origin-contradicted")).containsEntry("severity", "high");
    }

    @Test
    void drums_of_a_nominal_mass_are_neither_circular_nor_grave() {
        Plant maker = plant("CN", "refiner");
        Plant buyer = plant("CN", "manufacturer");
        handOver(maker, buyer, oxide(maker, "25"), 1, "25", LATER);
        oxide(maker, "25");
        none(maker, "circular");
        assertThat(one(maker, "repeated-delivery")).containsEntry("severity", "low");
    }

    @Test
    void an_alert_is_seen_by_its_party_and_the_holder_of_its_lots_and_each_acknowledges_for_itself() {
        Plant maker = plant("CN", "refiner");
        Plant buyer = plant("JP", "manufacturer");
        Plant stranger = plant("JP", "manufacturer");
        LotId lot = Scene.lot();
        maker.post("/lots", Scene.oxide(lot, maker, "10", "CN", "\"substance\":\"Dy\",\"fraction\":\"1\""))
                .statusCode(201);
        LotId metal = metalOf(maker, lot, "4");
        Map<String, Object> own = one(maker, "yield");
        String path = "/alerts/" + own.get("id");
        none(buyer, "yield");
        handOver(maker, buyer, metal, 1, "4", "2026-11-03T10:00:00.000+01:00");
        Map<String, Object> seen = one(buyer, "yield");
        assertThat(seen)
                .containsEntry("own", false)
                .containsEntry("facility", null)
                .containsEntry("lots", List.of(metal.toString()));
        assertThat(seen.toString())
                .doesNotContain("40.00")
                .doesNotContain(lot.toString())
                .doesNotContain(maker.party().toString());
        stranger.get(path).statusCode(404);
        stranger.post(path + "/acknowledgement", "{\"reason\":\"none of my business\"}")
                .statusCode(404);
        assertThat(alerts(stranger, "")).isEmpty();
        assertThat(alerts(buyer, "&facility=" + maker.facility())).isEmpty();
        // When
        buyer.post(path + "/acknowledgement", "{\"reason\":\"Discussed on the phone.\"}")
                .statusCode(200);
        assertThat(one(buyer, "yield")).containsEntry("state", "acknowledged");
        assertThat(one(buyer, "yield").get("acknowledged").toString()).contains("Discussed on the phone.");
        assertThat(one(maker, "yield")).containsEntry("state", "open").containsEntry("acknowledged", null);
        buyer.post(path + "/acknowledgement", "{\"reason\":\"Discussed on the phone.\"}")
                .statusCode(200);
        buyer.post(path + "/acknowledgement", "{\"reason\":\"Other\"}").statusCode(409);
        buyer.post(path + "/acknowledgement", "{\"reason\":\"\"}").statusCode(400);
        buyer.post("/alerts/nothing/acknowledgement", "{\"reason\":\"x\"}").statusCode(404);
    }

    @Test
    void alerts_are_paged_and_parameters_have_their_bounds() {
        Plant maker = plant("CN", "refiner");
        LotId lot = Scene.lot();
        maker.post("/lots", Scene.oxide(lot, maker, "100", "CN", "\"substance\":\"Dy\",\"fraction\":\"1\""))
                .statusCode(201);
        for (int i = 0; i < 5; i++) {
            metalOf(maker, lot, "5");
        }
        java.util.Set<Object> ids = new java.util.TreeSet<>();
        String cursor = "";
        int pages = 0;
        do {
            var page = maker.get("/alerts?limit=2" + cursor).statusCode(200).extract();
            ids.addAll(page.<List<Object>>path("items.id"));
            cursor = "&cursor=" + page.path("next");
            pages++;
        } while (!cursor.endsWith("null"));
        assertThat(pages).isEqualTo(3);
        assertThat(ids).hasSize(5);
        for (String wrong : List.of(
                "kind=x",
                "severity=x",
                "state=x",
                "lot=x",
                "facility=x",
                "since=x",
                "cursor=x",
                "limit=0",
                "limit=201")) {
            maker.get("/alerts?" + wrong).statusCode(400);
        }
        assertThat(alerts(maker, "&since=2099-01-01T00:00:00.000Z")).isEmpty();
    }
}

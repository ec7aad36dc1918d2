package io.lodestone.lots;

import static io.lodestone.lots.Figures.all;
import static io.lodestone.lots.Figures.handOver;
import static io.lodestone.lots.Figures.input;
import static io.lodestone.lots.Figures.made;
import static io.lodestone.lots.Figures.output;
import static io.lodestone.lots.Scene.plant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.lodestone.evidence.statement.LotId;
import io.lodestone.lots.Scene.Plant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CustodyResource.class)
class AccountTest {

    private static final String LATER = "2026-11-02T18:00:00.000+08:00";

    /** What the account of one element says, rounded to the milligram. */
    private static String kg(Plant plant, String element, String figure) {
        List<Map<String, String>> sheets = plant.get("/accounts/" + plant.facility() + "?element=" + element)
                .extract()
                .path("elements");
        return new BigDecimal(sheets.get(0).get(figure))
                .setScale(6, java.math.RoundingMode.HALF_UP)
                .toPlainString();
    }

    /** The losses that one process posted, together, to the milligram. */
    private static String lost(Plant plant, String process, String... elements) {
        BigDecimal sum = BigDecimal.ZERO;
        for (String element : elements) {
            String kg = plant.get("/accounts/" + plant.facility() + "?element=" + element)
                    .extract()
                    .path("postings.find { it.kind == 'loss' && it.process == '" + process + "' }.kg");
            sum = sum.add(new BigDecimal(kg));
        }
        return sum.setScale(6, java.math.RoundingMode.HALF_UP).toPlainString();
    }

    @Test
    void the_worked_example_has_exactly_its_losses_and_raises_nothing_grave() {
        // Given the lots of the example, at the plants that register them
        Plant cn = plant("CN", "refiner");
        Plant au = plant("AU", "refiner");
        Plant jp = plant("JP", "manufacturer");
        Plant de = plant("DE", "manufacturer");
        LotId dy = Scene.lot();
        LotId ndpr = Scene.lot();
        LotId other = Scene.lot();
        cn.post("/lots", Scene.dysprosiumOxide(dy, cn, "27.107")).statusCode(201);
        au.post("/lots", Magnets.ndpr(ndpr, au)).statusCode(201);
        jp.post("/lots", Magnets.other(other, jp)).statusCode(201);
        handOver(cn, jp, dy, 1, "27.107", LATER);
        handOver(au, jp, ndpr, 1, "509.311", LATER);
        jp.get("/lots/" + dy).statusCode(200);
        // When metal, flake, blanks and magnets are made of them
        LotId metal = Scene.lot();
        LotId flake = Scene.lot();
        LotId blanks = Scene.lot();
        jp.post(
                        "/transformations",
                        made(
                                jp,
                                "metal-making",
                                "metal",
                                input(dy, "27.106842") + "," + all(ndpr),
                                output(metal, "product", "metal", "438.522215033") + ",{\"kind\":\"loss\"}"))
                .statusCode(201);
        jp.post(
                        "/transformations",
                        made(
                                jp,
                                "strip-casting",
                                "alloyed",
                                all(metal) + "," + all(other),
                                output(flake, "product", "flake", "1388.888889") + ",{\"kind\":\"loss\"}"))
                .statusCode(201);
        handOver(jp, de, flake, 1, "1388.888889", "2026-11-03T12:00:00.000+01:00");
        de.get("/lots/" + flake).statusCode(200);
        de.post(
                        "/transformations",
                        made(
                                        de,
                                        "sintering",
                                        "sintered",
                                        all(flake),
                                        output(blanks, "product", "blank", "1333.333334") + ",{\"kind\":\"loss\"}")
                                .replace("2026-11-03T09", "2026-11-03T13"))
                .statusCode(201);
        de.post(
                        "/transformations",
                        made(
                                        de,
                                        "machining",
                                        "",
                                        all(blanks),
                                        output(Scene.lot(), "product", "magnet", "1000")
                                                + ",{\"kind\":\"by-product\",\"form\":\"swarf\"}")
                                .replace("2026-11-03T09", "2026-11-03T14"))
                .statusCode(201);
        // Then
        assertThat(lost(jp, "strip-casting", "Dy")).isEqualTo("0.338405");
        assertThat(lost(jp, "strip-casting", "Nd", "Pr")).isEqualTo("6.239346");
        assertThat(lost(de, "sintering", "Dy")).isEqualTo("0.888889");
        assertThat(lost(de, "sintering", "Nd", "Pr")).isEqualTo("16.388889");
        assertThat(kg(de, "Dy", "lossKg")).isEqualTo("0.888889");
        assertThat(kg(de, "Dy", "unaccountedKg")).isEqualTo("0.000000");
        // 22.222227 in the flake and 21.333338 in the blanks, added before they are rounded.
        assertThat(kg(de, "Dy", "throughputKg")).isEqualTo("43.555564");
        for (Plant each : List.of(cn, au, jp, de)) {
            assertThat(Figures.alerts(each, "")).as("nothing at all").isEmpty();
        }
        jp.get("/accounts")
                .body("items.findAll { it.element == 'Dy' }.size()", equalTo(1))
                .body(
                        "items.find { it.element == 'Dy' }.facility",
                        equalTo(jp.facility().toString()));
    }

    @Test
    void an_account_is_alerted_beyond_its_limit_and_not_at_it_and_closed_when_the_limit_allows_it() {
        Plant maker = plant("CN", "refiner");
        // 100 kg of dysprosium: two kilograms are two per cent
        unaccounted(maker, "98");
        Figures.none(maker, "unaccounted");
        maker.get("/accounts/" + maker.facility() + "?element=Dy")
                .body("elements[0].unaccountedKg", equalTo("2"))
                .body("elements[0].unaccountedShare", equalTo("1/50"))
                .body("elements[0].limit.beyond", equalTo(false))
                .body("elements[0].months[0].month", equalTo("2026-11"))
                .body("elements[0].months[0].rolling.throughputKg", equalTo("100"))
                .body("postings.kind", equalTo(List.of("throughput", "unaccounted")));
        // When a microgram more is missing
        unaccounted(maker, "97.999999999");
        Map<String, Object> alert = Figures.one(maker, "unaccounted");
        assertThat(alert)
                .containsEntry("state", "open")
                .containsEntry("severity", "medium")
                .containsEntry("facility", maker.facility().toString())
                .containsEntry("lots", List.of());
        assertThat(alert.get("what").toString()).contains("4.000000 kg of Dy").contains("2.000 %");
        limit(maker, "0.05", "1").statusCode(200).body("position", equalTo(1));
        assertThat(Figures.one(maker, "unaccounted")).containsEntry("state", "closed");
        // And a limit that is set again changes nothing
        limit(maker, "0.05", "1").statusCode(200).body("position", equalTo(1));
        limit(maker, "0.01", "0").statusCode(200).body("position", equalTo(2));
        assertThat(Figures.alerts(maker, "&kind=unaccounted&state=open")).hasSize(1);
        maker.get("/accounts/limits?facility=" + maker.facility())
                .body("items.share", equalTo(List.of("0.05", "0.01")))
                .body("items[0].person.length() > 0", equalTo(true));
    }

    private static io.restassured.response.ValidatableResponse limit(Plant maker, String share, String least) {
        return maker.put(
                "/accounts/limits",
                "{\"facility\":\"%s\",\"element\":\"Dy\",\"share\":\"%s\",\"leastKg\":\"%s\"}"
                        .formatted(maker.facility(), share, least));
    }

    private static void unaccounted(Plant maker, String kept) {
        LotId lot = Scene.lot();
        maker.post("/lots", Scene.oxide(lot, maker, "100", "CN", "\"substance\":\"Dy\",\"fraction\":\"1\""))
                .statusCode(201);
        maker.post(
                        "/transformations",
                        made(
                                maker,
                                "milling",
                                "",
                                all(lot),
                                output(Scene.lot(), "product", "powder", kept) + ",{\"kind\":\"unaccounted\"}"))
                .statusCode(201);
    }

    @Test
    void an_account_belongs_to_its_party_and_is_read_as_json_csv_and_a_picture() {
        Plant maker = plant("CN", "refiner");
        unaccounted(maker, "98.5");
        Plant stranger = plant("CN", "refiner");
        String path = "/accounts/" + maker.facility();
        for (String each : List.of(path, path + "?format=csv", path + "/chart?element=Dy")) {
            stranger.get(each).statusCode(404);
        }
        limit(new Plant(stranger.party(), maker.facility(), "refiner"), "0.5", "1")
                .statusCode(404);
        String csv = maker.get(path + "?format=csv&element=Dy")
                .statusCode(200)
                .extract()
                .asString();
        assertThat(csv.lines().map(line -> line.replaceAll("milling,.*", "milling")))
                .containsExactly(
                        "date,element,kind,kg,process,statement,index",
                        "2026-11-03,Dy,throughput,100,milling",
                        "2026-11-03,Dy,unaccounted,1.5,milling");
        assertThat(maker.get(path + "?format=csv&from=2026-11-04").extract().asString())
                .hasLineCount(1);
        String svg =
                maker.get(path + "/chart?element=Dy").statusCode(200).extract().asString();
        assertThat(svg).startsWith("<svg ").contains("unaccounted for").contains("limit");
        maker.get(path + "/chart").statusCode(400).body("field", equalTo("element"));
        maker.get(path + "?element=Xx").statusCode(400).body("field", equalTo("element"));
        maker.get(path + "?from=yesterday").statusCode(400).body("field", equalTo("from"));
        maker.get(path + "?format=xml").statusCode(400).body("field", equalTo("format"));
        limit(maker, "1.1", "1").statusCode(400).body("field", equalTo("share"));
    }

    @Test
    void what_a_stock_take_of_a_pool_does_not_find_is_unaccounted_for() {
        Plant refiner = plant("EE", "refiner");
        PoolScene pool = PoolScene.opened(refiner, "900", "AU");
        LotId received = pool.lot("100", "CN");
        pool.run(
                        PoolScene.in(received),
                        PoolScene.out(Scene.lot(), "16", "mass-balance") + ",{\"kind\":\"loss\",\"massKg\":\"4\"}")
                .statusCode(201);
        Figures.none(refiner, "unaccounted");
        // When 980 kg should be there and 976 are found
        pool.count(PoolScene.element("976")).statusCode(201);
        pool.count(PoolScene.element("977")).statusCode(201);
        pool.close("2026-10", "2026-11").statusCode(201);
        pool.adjust("2026-10", PoolScene.element("0.5"), PoolScene.element("0.25"))
                .statusCode(201);
        // Then what was there at the opening went through nothing
        String csv = refiner.get("/accounts/" + refiner.facility() + "?format=csv")
                .statusCode(200)
                .extract()
                .asString();
        assertThat(csv.lines()
                        .skip(1)
                        .map(line -> line.split(",", 6))
                        .map(cells -> String.join(" ", cells[2], cells[3], cells[4])))
                .containsExactly(
                        "loss 4 pool-run",
                        "throughput 100 pool-run",
                        "unaccounted 4 pool-count",
                        "observed 1 pool-count",
                        "observed 0.25 pool-adjustment",
                        "unaccounted 0.5 pool-adjustment");
        assertThat(Figures.one(refiner, "unaccounted").get("what").toString()).contains("4.000000 kg of Dy");
    }
}
